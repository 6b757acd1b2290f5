package monitoring.foundation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.localservers.InfluxExtension;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures the charts of a VM over 7 and 30 days without and with rollups, and what
 * rollups cost. Keys: -Ddays, -Dvms, -Dcontainers, -Dinterval.
 */
class RollupBench {

    private static final Logger logger = LoggerFactory.getLogger(RollupBench.class);

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private final InfluxProperties properties = InfluxProperties.at(URI.create(influx.url()));

    private final MetricStore store = new InfluxConfiguration().metricStore(this.properties);

    @Test
    void drawsLongChartsFromRollups() {
        long samples = Backfill.run(
                Backfill.read(new String[] { "--days", System.getProperty("days", "30"), "--vms",
                        System.getProperty("vms", "6"), "--containers", System.getProperty("containers", "20"),
                        "--interval", System.getProperty("interval", "60"), "--influx-url", influx.url() }),
                Clock.systemUTC());
        Instant now = Instant.now();
        String vm = this.store
            .usage(new MetricWindow(Origin.VM, Resource.CPU, TimeRange.before(now, Duration.ofMinutes(30))))
            .get(0)
            .target()
            .id();
        double week = milliseconds(chart(vm, now, 7, Duration.ofHours(1)));
        double month = milliseconds(chart(vm, now, 30, Duration.ofHours(3)));

        MetricRollups rollups = new InfluxConfiguration().metricRollups(this.properties);
        rollups.prepare(Duration.ofDays(90), Duration.ofDays(730));
        long began = System.nanoTime();
        MetricRollups.Progress done = rollups.advance(now, () -> true);
        double seconds = (System.nanoTime() - began) / 1e9;

        row("chart of a VM over 7 days: raw, rolled up", "%.0f ms, %.0f ms", week,
                milliseconds(chart(vm, now, 7, Duration.ofHours(1))));
        row("chart of a VM over 30 days: raw, rolled up", "%.0f ms, %.0f ms", month,
                milliseconds(chart(vm, now, 30, Duration.ofHours(3))));
        row("rolling up %,d samples".formatted(samples), "%.1f s for %d hours of a measurement", seconds, done.hours());
        row("points of rollups for each 100 samples", "%.1f", done.points() * 100.0 / samples);
        assertThat(done.finished()).isTrue();
    }

    /** What the dashboard asks for the nine charts of a VM. */
    private List<SeriesQuery> chart(String vm, Instant now, int days, Duration step) {
        TimeRange range = TimeRange.before(now, Duration.ofDays(days));
        return List
            .of(new MetricName("cpuStats.", true, false), new MetricName("memoryStats.", true, false),
                    new MetricName("diskStats.", true, false), new MetricName("diskIOStats.", true, true),
                    new MetricName("networkIOStats.", true, true))
            .stream()
            .map((family) -> new SeriesQuery(Measurement.VM, family, Map.of(Tags.ID, Set.of(vm)),
                    List.of(Tags.METRIC_NAME), range, step)
                .withExtremes())
            .toList();
    }

    /** The median of nine, after one that warms up. */
    private double milliseconds(List<SeriesQuery> queries) {
        long[] nanos = new long[9];
        this.store.series(queries);
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            assertThat(this.store.series(queries)).isNotEmpty();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[4] / 1e6;
    }

    private static void row(String what, String figure, Object... values) {
        logger.info("| {} | {} | |", what, String.format(Locale.ROOT, figure, values));
    }

}
