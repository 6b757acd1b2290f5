package monitoring.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command of this machine to its end. */
final class Bash {

    private static final long PATIENCE_SECONDS = 180;

    private Bash() {
    }

    static Result run(Path directory, String... command) {
        return run(directory, Map.of(), command);
    }

    static Result run(Path directory, Map<String, String> environment, String... command) {
        Path output = null;
        try {
            output = Files.createTempFile("command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(List.of(command) + " did not end in " + PATIENCE_SECONDS
                        + " s; it said: " + Files.readString(output));
            }
            return new Result(List.of(command), process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
        finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    /** What came of it; the output holds stdout and stderr. */
    record Result(List<String> command, int exitCode, String output) {

        Result requireSuccess() {
            if (this.exitCode != 0) {
                throw new IllegalStateException(
                        this.command + " ended with " + this.exitCode + " (expected: 0): " + this.output);
            }
            return this;
        }

    }

}
