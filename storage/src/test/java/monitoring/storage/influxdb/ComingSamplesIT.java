package monitoring.storage.influxdb;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.localservers.InfluxExtension;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A past that is filled in, the newest first, while it is rolled up. */
class ComingSamplesIT {

    private static final Instant NOW = RollupTier.sliceOf(Instant.now()).plusSeconds(1500);

    private static final TimeRange RANGE = TimeRange.before(NOW, Duration.ofHours(30));

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @Test
    void leaveNoGapInAChart() {
        InfluxProperties properties = InfluxProperties.at(URI.create(influx.url()));
        MetricStore store = new InfluxConfiguration().metricStore(properties);
        store.prepare();
        MetricRollups rollups = new InfluxConfiguration().metricRollups(properties);
        rollups.prepare(Duration.ofDays(90), Duration.ofDays(730));
        SeriesQuery chart = new SeriesQuery(Measurement.VM, MetricName.MEMORY_TOTAL, Map.of(), List.of(), RANGE,
                Duration.ofMinutes(10));
        Instant middle = RollupTier.sliceOf(NOW.minusSeconds(36_000)).plusSeconds(1800);
        fill(store, new TimeRange(middle, NOW));
        rollups.advance(NOW, () -> true);
        fill(store, new TimeRange(RollupTier.sliceOf(RANGE.from()), middle));
        for (int seconds : new int[] { 0, 130, 260, 390 }) {
            assertThat(store.series(List.of(chart)).get(0).points()).as("%s s", seconds)
                .hasSizeBetween(180, 181)
                .allSatisfy((point) -> assertThat(point.value()).isEqualTo(40));
            rollups.advance(NOW.plusSeconds(seconds), () -> true);
        }
        Coverage coverage = new Coverage(new RollupBook(new InfluxClient(properties), properties));
        assertThat(coverage.parts(chart)).extracting(Coverage.Part::tier)
            .containsExactly(RollupTier.FIVE_MINUTES, null);
    }

    private static void fill(MetricStore store, TimeRange range) {
        List<Sample> samples = new ArrayList<>();
        for (Instant time = range.from(); time.isBefore(range.to()); time = time.plusSeconds(60)) {
            samples.add(Sample.of(Measurement.VM,
                    Map.of(Tags.ID, "a", Tags.METRIC_NAME, MetricName.MEMORY_TOTAL.value()), 40, time));
        }
        store.write(samples);
    }

}
