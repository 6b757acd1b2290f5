package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a short-lived program said and how it ended.
 *
 * @param exitValue 0 when all went well
 * @param text standard output and standard error
 */
record Output(int exitValue, String text) {

    static Output of(String... command) {
        return of(List.of(command), Map.of());
    }

    static Output of(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text.strip());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(command.get(0) + " could not be run", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while waiting for " + command.get(0), ex);
        }
    }

    boolean isSuccess() {
        return this.exitValue == 0;
    }

    /** Returns the text, or fails with it. */
    String orThrow(String task) {
        if (isSuccess()) {
            return this.text;
        }
        throw new ServerStartException(task + " ended with exit code " + this.exitValue + ": " + this.text);
    }

}
