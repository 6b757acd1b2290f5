package monitoring.batch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What a deployment runs: the jars, and the options of the JVM as its BOSH job says. */
final class Deployed {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** As in the job's bpm.yml. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private Deployed() {
    }

    static Path jar(String module) {
        Path jar = ROOT.resolve(module)
            .resolve("target")
            .resolve(Path.of(module).getFileName() + "-0.1.0-SNAPSHOT.jar");
        assertThat(jar).exists();
        return jar;
    }

    /** The batch's {@code -X} options. */
    static List<String> options() throws IOException {
        return Files.readAllLines(ROOT.resolve("manifests/release/jobs/batch/templates/bpm.yml.erb"))
            .stream()
            .map(String::strip)
            .filter((line) -> line.startsWith("- -X"))
            .map((line) -> line.substring(2))
            .map((option) -> option.startsWith("-Xmx") ? "-Xmx" + defaultOf("jvm.heap") : option)
            .toList();
    }

    private static String defaultOf(String property) {
        try {
            List<String> spec = Files.readAllLines(ROOT.resolve("manifests/release/jobs/batch/spec"));
            return spec.get(spec.indexOf("  " + property + ":") + 2).replace("default:", "").strip();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
