package monitoring.dashboard.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import monitoring.dashboard.metric.Chart.Limit;
import monitoring.dashboard.metric.Chart.Line;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VmChartsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final TimeRange RANGE = new TimeRange(AT, AT.plusSeconds(120));

    private static final Duration STEP = Duration.ofMinutes(1);

    private static final List<Limit> LIMITS = List.of(new Limit("warning", 2), new Limit("critical", 3));

    @Test
    void showSwapAndInodesWithTheirLimits() {
        Map<Resource, List<Limit>> limits = Map.of(Resource.SWAP, LIMITS, Resource.INODES, LIMITS);
        List<Chart> charts = charts(limits, "memoryStats.SwapUsedPercent", "diskStats./.InodesUsage",
                "diskStats./var/vcap/data.Usage");
        assertThat(chart(charts, "swap")).isEqualTo(new Chart("swap", "percent", lines("used"), LIMITS));
        assertThat(chart(charts, "inodes")).isEqualTo(new Chart("inodes", "percent", lines("/"), LIMITS));
        assertThat(chart(charts, "disk").lines()).isEqualTo(lines("/var/vcap/data"));
    }

    @Test
    void drawTheLimitsOfTheLoadForAllCores() {
        Map<Resource, List<Limit>> limits = Map.of(Resource.LOAD, LIMITS);
        List<Chart> charts = charts(limits, "cpuStats.LoadAvg1Stats", "cpuStats.core.0", "cpuStats.core.1");
        assertThat(chart(charts, "load")).isEqualTo(
                new Chart("load", "plain", lines("1 min"), List.of(new Limit("warning", 4), new Limit("critical", 6))));
        assertThat(chart(charts(limits, "cpuStats.LoadAvg1Stats"), "load").limits()).isEmpty();
    }

    private static List<Line> lines(String name) {
        return List.of(new Line(name, List.of(1.5, 1.5)));
    }

    private static Chart chart(List<Chart> charts, String id) {
        return charts.stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Chart> charts(Map<Resource, List<Limit>> limits, String... metrics) {
        SeriesQuery query = VmCharts.queries(Measurement.VM, "vm-1", RANGE, STEP).get(0);
        List<Series> answer = Stream.of(metrics)
            .map((metric) -> new Series(query, Map.of(Tags.METRIC_NAME, metric),
                    List.of(new Series.Point(AT, 1.5), new Series.Point(AT.plusSeconds(60), 1.5))))
            .toList();
        return new VmCharts(new Grid(RANGE, STEP), answer).charts(limits);
    }

}
