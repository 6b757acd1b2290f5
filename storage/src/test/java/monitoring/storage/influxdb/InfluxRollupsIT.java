package monitoring.storage.influxdb;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongToDoubleFunction;

import monitoring.localservers.InfluxExtension;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.MetricRollups.Progress;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.Series.Point;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Rollups of two days of two VMs and a container, on a real InfluxDB. */
class InfluxRollupsIT {

    private static final Offset<Double> NEARLY = within(1e-6);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** In the middle of an hour that is not over. */
    private static final Instant NOW = RollupTier.sliceOf(Instant.now()).plusSeconds(1500);

    private static final TimeRange RANGE = TimeRange.before(NOW, Duration.ofHours(30));

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private InfluxProperties properties;

    private MetricStore store;

    private MetricRollups rollups;

    @BeforeEach
    void prepare() {
        String name = UUID.randomUUID().toString().substring(0, 8);
        this.properties = InfluxProperties.at(URI.create(influx.url()))
            .in(new InfluxProperties.Databases("bosh_" + name, "vm_" + name, "container_" + name));
        this.store = new InfluxConfiguration().metricStore(this.properties);
        this.store.prepare();
        this.rollups = new InfluxConfiguration().metricRollups(this.properties);
        this.rollups.prepare(Duration.ofDays(90), Duration.ofDays(730));
    }

    @Test
    void saysTheSameAsTheSamplesAndLeavesNoPeakOut() {
        // uneven, so that a mean of means would be wrong
        vm("a", "cpuStats.core.0", RANGE, (minute) -> 10 + minute % 7, (minute) -> minute % 7 < 5 || minute % 50 < 20);
        vm("a", "cpuStats.core.1", RANGE, (minute) -> (minute % 1000 == 500) ? 99 : 20, (minute) -> true);
        vm("a", "networkIOStats.eth0.bytesRecv", RANGE, (minute) -> 1e9 + minute * 6000.0 + minute % 3,
                (minute) -> true);
        vm("a", "networkIOStats.eth1.bytesRecv", RANGE, (minute) -> minute % 300 * 600.0, (minute) -> true);
        for (Duration step : List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(3))) {
            List<SeriesQuery> queries = List.of(cpu(step), network(step));
            List<Series> before = this.store.series(queries);

            assertThat(rollUp().finished()).isTrue();
            assertThat(parts(cpu(step))).as("%s", step).hasSizeGreaterThan(1);
            List<Series> after = this.store.series(queries);
            for (int line = 0; line < before.size(); line++) {
                assertSame(before.get(line).points(), after.get(line).points());
            }
            assertThat(after.get(0).points()).extracting(Point::highest).contains(99.0);
            forgetRollups();
        }
    }

    @Test
    void readsRollupsAndNotTheSamples() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> 40, (minute) -> true);
        rollUp();
        assertThat(parts(cpu(Duration.ofHours(1)))).extracting(Coverage.Part::tier)
            .containsExactly(RollupTier.HOURS, null);
        assertThat(parts(cpu(Duration.ofMinutes(10)))).extracting(Coverage.Part::tier)
            .containsExactly(RollupTier.FIVE_MINUTES, null);
        assertThat(parts(cpu(Duration.ofMinutes(2)))).extracting(Coverage.Part::tier).containsOnlyNulls();

        vm("a", "cpuStats.core.0", new TimeRange(NOW.minusSeconds(40_000), NOW.minusSeconds(30_000)), (minute) -> 99,
                (minute) -> true);
        assertThat(this.store.series(List.of(cpu(Duration.ofHours(1)))).get(0).points()).hasSize(31)
            .allSatisfy(
                    (point) -> assertThat(point).extracting(Point::value, Point::highest).containsExactly(40.0, 40.0));
    }

    @Test
    void tellsUsageOverTimeFromRollups() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> minute % 60, (minute) -> minute % 7 < 5);
        MetricWindow window = new MetricWindow(Origin.VM, Resource.CPU, RANGE);
        List<Point> before = this.store.usageOverTime(window, Set.of(), Duration.ofMinutes(10)).get(0).points();
        rollUp();
        vm("a", "cpuStats.core.0", new TimeRange(NOW.minusSeconds(40_000), NOW.minusSeconds(30_000)), (minute) -> 99,
                (minute) -> true);
        assertSame(before, this.store.usageOverTime(window, Set.of(), Duration.ofMinutes(10)).get(0).points());
    }

    @Test
    void takesAResetOfACounterForNoTraffic() {
        long reset = RollupTier.sliceOf(NOW.minusSeconds(36_000)).getEpochSecond() / 60 + 17;
        vm("a", "networkIOStats.eth0.bytesRecv", RANGE,
                (minute) -> (minute < reset) ? 1e12 + minute * 6000.0 : (minute - reset) * 6000.0, (minute) -> true);

        rollUp();
        for (Duration step : List.of(Duration.ofMinutes(10), Duration.ofHours(1))) {
            List<Point> points = this.store.series(List.of(network(step))).get(0).points();
            int buckets = (int) RANGE.length().dividedBy(step);
            assertThat(points).hasSizeBetween(buckets - 1, buckets);
            // the last one is not over
            assertThat(points.subList(0, points.size() - 1))
                .allSatisfy((point) -> assertThat(point.value()).isCloseTo(100, NEARLY));
        }
    }

    @Test
    void goesOnWhereItWasInterruptedAndDoesNothingTwice() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> minute % 90, (minute) -> true);
        List<Series> before = this.store.series(List.of(cpu(Duration.ofHours(1))));
        AtomicInteger asked = new AtomicInteger();

        Progress first = this.rollups.advance(NOW, () -> asked.incrementAndGet() <= 15);
        assertThat(first.finished()).isFalse();
        assertThat(first.hours()).isEqualTo(5);
        assertSame(before.get(0).points(), this.store.series(List.of(cpu(Duration.ofHours(1)))).get(0).points());
        // as after a restart, or on another instance
        MetricRollups other = new InfluxConfiguration().metricRollups(this.properties);
        other.prepare(Duration.ofDays(90), Duration.ofDays(730));
        Progress second = other.advance(NOW, () -> true);
        Progress third = this.rollups.advance(NOW, () -> true);
        assertThat(second).extracting(Progress::finished, Progress::late).containsExactly(true, 0);
        assertThat(first.hours() + second.hours()).isEqualTo(30);
        assertThat(third).isEqualTo(new Progress(0, 0, 0, true));
        assertSame(before.get(0).points(), this.store.series(List.of(cpu(Duration.ofHours(1)))).get(0).points());
    }

    @Test
    void doesAnHourAgainThatWasCutShort() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> 40, (minute) -> true);
        vm("a", "networkIOStats.eth0.bytesRecv", RANGE, (minute) -> minute * 6000.0, (minute) -> true);
        AtomicInteger statements = new AtomicInteger();

        // the second of the two kinds of metrics of the third hour is missing
        Progress cut = this.rollups.advance(NOW, new MetricRollups.Pace() {

            @Override
            public boolean goesOn() {
                return true;
            }

            @Override
            public boolean isCutShort() {
                return statements.incrementAndGet() == 6;
            }

        });
        Progress rest = this.rollups.advance(NOW, () -> true);
        assertThat(cut).extracting(Progress::finished, Progress::hours).containsExactly(false, 2);
        assertThat(rest).extracting(Progress::finished, Progress::hours, Progress::late).containsExactly(true, 28, 0);
        this.rollups.advance(NOW.plusSeconds(150), () -> true);
        assertThat(this.store.series(List.of(network(Duration.ofHours(1)))).get(0).points().subList(1, 29)).hasSize(28)
            .allSatisfy((point) -> assertThat(point.value()).isCloseTo(100, NEARLY));
    }

    @Test
    void takesInWhatCameLateAndKeepsWhatIsForgotten() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> 10, (minute) -> true);
        this.rollups.advance(NOW, () -> true);
        vm("b", "cpuStats.core.0", new TimeRange(NOW.minusSeconds(50_000), NOW.minusSeconds(40_000)), (minute) -> 30,
                (minute) -> true);

        Progress early = this.rollups.advance(NOW.plusSeconds(30), () -> true);
        Progress later = this.rollups.advance(NOW.plusSeconds(150), () -> true);
        assertThat(early.hours()).isZero();
        assertThat(later.late()).isEqualTo(later.hours()).isBetween(3, 4);
        SeriesQuery late = new SeriesQuery(Measurement.VM, MetricName.CPU_CORES, Map.of(Tags.ID, Set.of("b")),
                List.of(), RANGE, Duration.ofHours(1));
        assertThat(this.store.series(List.of(late)).get(0).points()).hasSizeBetween(3, 4)
            .allSatisfy((point) -> assertThat(point.value()).isEqualTo(30));

        forgetSamples();
        assertThat(this.rollups.advance(NOW.plusSeconds(900), () -> true).hours()).isZero();
        assertThat(this.store.series(List.of(cpu(Duration.ofHours(1)))).get(0).points()).hasSize(30)
            .allSatisfy((point) -> assertThat(point.value()).isEqualTo(10));
    }

    @Test
    void leavesTheDefaultPolicyAloneAndAddsNoSeries() {
        vm("a", "cpuStats.core.0", RANGE, (minute) -> 10, (minute) -> true);
        List<Object> before = answer("SHOW SERIES EXACT CARDINALITY ON " + database() + " FROM \"cf_metrics\"");

        this.rollups.advance(NOW, () -> true);
        this.rollups.prepare(Duration.ofDays(30), Duration.ZERO);

        assertThat(answer("SHOW SERIES EXACT CARDINALITY ON " + database() + " FROM \"cf_metrics\"")).isEqualTo(before);
        assertThat(answer("SHOW RETENTION POLICIES ON " + database())).containsExactlyInAnyOrder(
                List.of("default", "720h0m0s", "24h0m0s", 1.0, true),
                List.of("rollup_5m", "720h0m0s", "168h0m0s", 1.0, false),
                List.of("rollup_1h", "0s", "720h0m0s", 1.0, false));
    }

    /** And looks again once: nothing is drawn from what was only just rolled up. */
    private Progress rollUp() {
        this.rollups.advance(NOW, () -> true);
        return this.rollups.advance(NOW.plusSeconds(150), () -> true);
    }

    private void assertSame(List<Point> expected, List<Point> actual) {
        // the first bucket of the samples is cut off by the range
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 1; i < expected.size(); i++) {
            assertThat(actual.get(i).time()).isEqualTo(expected.get(i).time());
            assertThat(actual.get(i).value()).as("%s", expected.get(i)).isCloseTo(expected.get(i).value(), NEARLY);
            assertThat(actual.get(i).highest()).isCloseTo(expected.get(i).highest(), NEARLY);
            assertThat(actual.get(i).lowest()).isCloseTo(expected.get(i).lowest(), NEARLY);
        }
    }

    private List<Coverage.Part> parts(SeriesQuery query) {
        return new Coverage(new RollupBook(new InfluxClient(this.properties), this.properties)).parts(query);
    }

    private static SeriesQuery cpu(Duration step) {
        return new SeriesQuery(Measurement.VM, MetricName.CPU_CORES, Map.of(Tags.ID, Set.of("a")), List.of(), RANGE,
                step)
            .withExtremes();
    }

    private static SeriesQuery network(Duration step) {
        return new SeriesQuery(Measurement.VM, MetricName.NETWORK_BYTES_IN, Map.of(Tags.ID, Set.of("a")), List.of(),
                RANGE, step);
    }

    private void vm(String id, String metric, TimeRange range, LongToDoubleFunction values, Minutes measured) {
        List<Sample> samples = new ArrayList<>();
        Map<String, String> tags = Map.of(Tags.ID, id, Tags.METRIC_NAME, metric, Tags.ORIGIN, "cell");
        for (Instant time = RollupTier.sliceOf(range.from()); time.isBefore(range.to()); time = time.plus(MINUTE)) {
            long minute = time.getEpochSecond() / 60;
            if (measured.isMeasured(minute)) {
                samples.add(Sample.of(Measurement.VM, tags, values.applyAsDouble(minute), time));
            }
        }
        this.store.write(samples);
    }

    private void forgetRollups() {
        answer("DROP RETENTION POLICY \"rollup_5m\" ON " + database());
        answer("DROP RETENTION POLICY \"rollup_1h\" ON " + database());
        this.rollups.prepare(Duration.ofDays(90), Duration.ofDays(730));
    }

    /** As the retention of the samples does. */
    private void forgetSamples() {
        answer("SHOW SHARDS").stream()
            .map((row) -> (List<?>) row)
            .filter((row) -> row.get(1).equals(this.properties.databases().vm()) && row.get(2).equals("default"))
            .forEach((row) -> answer("DROP SHARD " + ((Number) row.get(0)).longValue()));
    }

    private String database() {
        return InfluxQl.name(this.properties.databases().vm());
    }

    private List<Object> answer(String statement) {
        List<Object> answer = new ArrayList<>();
        try (InfluxClient client = new InfluxClient(this.properties)) {
            client.query(statement, (number, tags, rows) -> answer.addAll(rows));
        }
        return answer;
    }

    private interface Minutes {

        boolean isMeasured(long minute);

    }

}
