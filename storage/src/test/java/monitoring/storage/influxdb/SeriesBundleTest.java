package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesBundleTest {

    private static final TimeRange RANGE = TimeRange.before(Instant.parse("2026-11-21T02:10:00Z"), Duration.ofHours(3));

    private static final MetricName CORES = MetricName.CPU_CORES;

    private static final MetricName DISKS = new MetricName("diskIOStats.", true, true);

    private static final Map<String, Set<String>> ONE = Map.of(Tags.ID, Set.of("vm-1"));

    @Test
    void asksForGaugesAndCountersOfOneTargetTogether() {
        List<SeriesBundle> bundles = SeriesBundle
            .of(List.of(query(CORES, ONE, List.of(Tags.METRIC_NAME)).withExtremes(),
                    query(DISKS, ONE, List.of(Tags.METRIC_NAME)), query(MetricName.MEMORY_TOTAL, ONE, List.of())));
        assertThat(bundles).hasSize(1);
        assertThat(bundles.get(0).lead().metric()).isEqualTo(DISKS);
        assertThat(bundles.get(0).hasExtremes()).isTrue();
        assertThat(bundles.get(0).asking(Map.of(Tags.METRIC_NAME, "cpuStats.core.0"))).containsExactly(0);
        assertThat(bundles.get(0).asking(Map.of(Tags.METRIC_NAME, "diskIOStats.sda.readBytes"))).containsExactly(1);
        assertThat(bundles.get(0).asking(Map.of(Tags.METRIC_NAME, "memoryStats.TotalMemory"))).containsExactly(2);
    }

    @Test
    void asksForGaugesAndCountersOfAllTargetsApart() {
        assertThat(SeriesBundle.of(List.of(query(MetricName.MEMORY_TOTAL, Map.of(), List.of(Tags.ID)),
                query(MetricName.DISK_TOTAL, Map.of(), List.of(Tags.ID)),
                query(DISKS, Map.of(), List.of(Tags.ID, Tags.METRIC_NAME)))))
            .hasSize(2);
    }

    @Test
    void leavesAFamilyAloneThatIsAveragedAsAWhole() {
        assertThat(SeriesBundle
            .of(List.of(query(CORES, Map.of(), List.of()), query(MetricName.MEMORY_TOTAL, Map.of(), List.of()),
                    query(MetricName.MEMORY_AVAILABLE, Map.of(), List.of()))))
            .hasSize(2);
    }

    @Test
    void leavesQueriesOfOtherTargetsOrGroupsApart() {
        assertThat(SeriesBundle.of(List.of(query(MetricName.MEMORY_TOTAL, ONE, List.of()),
                query(MetricName.MEMORY_TOTAL, Map.of(Tags.ID, Set.of("vm-2")), List.of()),
                query(MetricName.DISK_TOTAL, ONE, List.of(Tags.ID)))))
            .hasSize(3);
    }

    private static SeriesQuery query(MetricName metric, Map<String, Set<String>> tags, List<String> groupBy) {
        return new SeriesQuery(Measurement.VM, metric, tags, groupBy, RANGE, Duration.ofMinutes(1));
    }

}
