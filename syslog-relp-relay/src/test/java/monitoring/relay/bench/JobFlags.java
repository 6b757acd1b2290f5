package monitoring.relay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;

/**
 * The options of the JVM with which the BOSH job starts the relay, read from its spec.
 */
final class JobFlags {

    private JobFlags() {
    }

    static List<String> read() throws IOException {
        Map<String, Map<String, Map<String, Object>>> spec = new Yaml()
            .load(Files.readString(module().resolveSibling("manifests/release/jobs/syslog-relp-relay/spec")));
        Map<String, Map<String, Object>> properties = spec.get("properties");
        List<String> flags = new ArrayList<>(List.of("-Xmx" + properties.get("jvm.heap").get("default")));
        for (Object option : (List<?>) properties.get("jvm.options").get("default")) {
            flags.add(option.toString());
        }
        return flags;
    }

    /** Maven runs tests in the folder of their module. */
    private static Path module() {
        return Path.of("").toAbsolutePath();
    }

}
