package monitoring.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import monitoring.localservers.Child;
import monitoring.localservers.InfluxServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An InfluxDB with eleven minutes of a simulated foundation, filled in once for each
 * folder: what a window of ten minutes needs.
 */
final class FilledFoundation implements AutoCloseable {

    private final InfluxServer server;

    private final Instant end;

    private FilledFoundation(InfluxServer server, Instant end) {
        this.server = server;
        this.end = end;
    }

    static FilledFoundation in(Path folder, int vms, int containers) throws IOException {
        Files.createDirectories(folder);
        Path mark = folder.resolve("filled-up-to");
        InfluxServer server = InfluxServer.start(folder, 0);
        try {
            if (!Files.exists(mark)) {
                Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES);
                fill(server, folder, vms, containers);
                // the fill ends at the full minute in which it began
                Files.writeString(mark, begin.toString());
            }
            return new FilledFoundation(server, Instant.parse(Files.readString(mark).strip()));
        }
        catch (IOException | AssertionError ex) {
            server.close();
            throw ex;
        }
    }

    private static void fill(InfluxServer server, Path folder, int vms, int containers) {
        Child fill = Child.start(new Child.Spec("backfill",
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-Dloader.main=monitoring.foundation.Backfill", "-cp",
                        Deployed.jar("metric-agent/bosh-metric-agent-stubs").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher", "--minutes", "11", "--vms",
                        String.valueOf(vms), "--containers", String.valueOf(containers), "--influx-url", server.url()),
                folder.resolve("backfill.log")));
        assertThat(fill.endsWithin(Duration.ofMinutes(30))).isTrue();
        assertThat(fill.exitValue()).isZero();
    }

    String url() {
        return this.server.url();
    }

    /** The points end here. */
    Instant end() {
        return this.end;
    }

    @Override
    public void close() {
        this.server.close();
    }

}
