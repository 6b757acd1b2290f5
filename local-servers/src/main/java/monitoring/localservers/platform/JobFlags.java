package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;

/**
 * How a BOSH job starts its JVM, read from the job's spec, so that what is tried out and
 * measured runs as it does in an installation.
 */
public final class JobFlags {

    /** What the job's bpm.yml adds to the environment of a JVM. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private JobFlags() {
    }

    /** The JVM's options of a job. */
    public static List<String> of(String job) {
        Path spec = Jar.repository().resolve("manifests/release/jobs").resolve(job).resolve("spec");
        try {
            Map<String, Map<String, Map<String, Object>>> read = new Yaml().load(Files.readString(spec));
            Map<String, Map<String, Object>> properties = read.get("properties");
            List<String> flags = new ArrayList<>(List.of("-Xmx" + properties.get("jvm.heap").get("default")));
            for (Object option : (List<?>) properties.get("jvm.options").get("default")) {
                flags.add(option.toString());
            }
            return flags;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
