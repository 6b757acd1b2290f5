package monitoring.metricagent.bosh;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the BOSH agent's spec says of this VM; where there is none, what the host says.
 */
public final class BoshSpec {

    /** Where the BOSH agent keeps it. */
    public static final Path FILE = Path.of("/var/vcap/bosh/spec.json");

    private BoshSpec() {
    }

    /**
     * The five values of an {@link Identity} by name.
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    public static Map<String, String> read(Path file) {
        Map<String, String> values = ofHost();
        if (!Files.isReadable(file)) {
            return values;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            // JSON is YAML: no second parser on the class path
            if (new Yaml(new SafeConstructor(new LoaderOptions())).load(reader) instanceof Map<?, ?> spec) {
                put(values, "deployment", spec.get("deployment"));
                put(values, "origin", (spec.get("job") instanceof Map<?, ?> job) ? job.get("name") : spec.get("name"));
                put(values, "index", spec.get("index"));
                put(values, "id", spec.get("id"));
                put(values, "ip", ip(spec));
            }
            return values;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable Object ip(Map<?, ?> spec) {
        if (spec.get("networks") instanceof Map<?, ?> networks) {
            for (Object network : networks.values()) {
                if (network instanceof Map<?, ?> values && values.get("ip") != null) {
                    return values.get("ip");
                }
            }
        }
        return null;
    }

    private static Map<String, String> ofHost() {
        Map<String, String> values = new LinkedHashMap<>();
        String name = hostName();
        values.put("origin", name);
        values.put("id", name);
        values.put("ip", address());
        values.put("index", "0");
        values.put("deployment", "host");
        return values;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        }
        catch (UnknownHostException ex) {
            return "localhost"; // a host without a name of its own
        }
    }

    private static String address() {
        try {
            return NetworkInterface.networkInterfaces()
                .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                .flatMap(NetworkInterface::inetAddresses)
                .filter((address) -> address.isSiteLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
