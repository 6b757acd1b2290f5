package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The distribution's InfluxDB 1.x as a child process with its own configuration and data
 * folder, on loopback.
 */
public final class InfluxServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Child child;

    private final int port;

    private InfluxServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Command.find("influxd").isPresent();
    }

    /**
     * Starts influxd and returns when it answers; with port 0 on a free port. Finds what
     * the folder already has.
     */
    public static InfluxServer start(Path data, int port) {
        InfluxServer server = launch(data, port, data.resolve("influxd.log"));
        server.child.awaitOrClose(server::isReady, START_LIMIT);
        return server;
    }

    /** Starts influxd and does not wait until it answers. */
    public static InfluxServer launch(Path data, int port, Path log) {
        int free = FreePort.require("InfluxDB", port);
        String influxd = Command.require("influxd", "influxdb");
        Path config = writeConfig(data.toAbsolutePath(), free);
        Child child = Child.start(new Child.Spec("influxd", List.of(influxd, "-config", config.toString()), log)
            .withEnvironment(withoutOverrides()));
        return new InfluxServer(child, free);
    }

    /** Whether it answers. */
    public boolean isReady() {
        return HttpProbe.answers(url() + "/ping");
    }

    /**
     * The environment beats the configuration file, so a variable of the desk must not
     * reach the server.
     */
    private static Map<String, String> withoutOverrides() {
        return System.getenv()
            .keySet()
            .stream()
            .filter((name) -> name.startsWith("INFLUXDB_"))
            .collect(Collectors.toMap((name) -> name, (name) -> ""));
    }

    private static Path writeConfig(Path data, int port) {
        // Limits of series and tag values are off: a foundation of 100,000 containers is
        // more than the defaults allow.
        String config = """
                reporting-disabled = true
                bind-address = "127.0.0.1:0"
                [meta]
                  dir = "%1$s/meta"
                [data]
                  dir = "%1$s/data"
                  wal-dir = "%1$s/wal"
                  index-version = "tsi1"
                  query-log-enabled = false
                  max-series-per-database = 0
                  max-values-per-tag = 0
                [http]
                  bind-address = "127.0.0.1:%2$d"
                  log-enabled = false
                [monitor]
                  store-enabled = false
                """.formatted(data, port);
        try {
            Files.createDirectories(data);
            return Files.writeString(data.resolve("influxdb.conf"), config);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + this.port;
    }

    public int port() {
        return this.port;
    }

    public Child child() {
        return this.child;
    }

    @Override
    public void close() {
        this.child.close();
    }

    @Override
    public String toString() {
        return "InfluxDB at " + url();
    }

}
