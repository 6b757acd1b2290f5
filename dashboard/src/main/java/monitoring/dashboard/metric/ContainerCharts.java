package monitoring.dashboard.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import monitoring.dashboard.metric.Chart.Limit;
import monitoring.dashboard.metric.Chart.Line;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

/**
 * The seven charts of the instances of an app, out of five statements; a line for each
 * instance.
 */
final class ContainerCharts {

    /** What came in and went out: {@code rx_bytes}, {@code tx_dropped} and the like. */
    private static final MetricName NETWORK = MetricName.counters("*x_*");

    private static final List<MetricName> METRICS = List.of(MetricName.CONTAINER_CPU, MetricName.CONTAINER_MEMORY,
            MetricName.CONTAINER_DISK, MetricName.CONTAINER_LOAD, NETWORK);

    private final Grid grid;

    private final List<Series> answer;

    private final Quota quota;

    ContainerCharts(Grid grid, List<Series> answer, Quota quota) {
        this.grid = grid;
        this.answer = answer;
        this.quota = quota;
    }

    /**
     * What to ask for.
     * @param index of one instance, empty for all of them
     */
    static List<SeriesQuery> queries(String appGuid, String index, TimeRange range, Duration step) {
        Map<String, Set<String>> tags = index.isEmpty() ? Map.of(Tags.APPLICATION_ID, Set.of(appGuid))
                : Map.of(Tags.APPLICATION_ID, Set.of(appGuid), Tags.APPLICATION_INDEX, Set.of(index));
        return METRICS.stream()
            .map((metric) -> new SeriesQuery(Measurement.CONTAINER, metric, tags,
                    metric.family() ? List.of(Tags.NAME, Tags.APPLICATION_INDEX) : List.of(Tags.APPLICATION_INDEX),
                    range, step))
            .toList();
    }

    List<Chart> charts(Map<Resource, List<Limit>> limits) {
        return List.of(
                new Chart("cpu", "percent", lines(MetricName.CONTAINER_CPU, (seconds) -> seconds * 100),
                        limits.getOrDefault(Resource.CPU, List.of())),
                new Chart("load", "plain", lines(MetricName.CONTAINER_LOAD, DoubleUnaryOperator.identity()), List.of()),
                new Chart("memory", unit(this.quota.memory()),
                        lines(MetricName.CONTAINER_MEMORY, part(this.quota.memory())),
                        (this.quota.memory() > 0) ? limits.getOrDefault(Resource.MEMORY, List.of()) : List.of()),
                new Chart("disk", unit(this.quota.disk()), lines(MetricName.CONTAINER_DISK, part(this.quota.disk())),
                        (this.quota.disk() > 0) ? limits.getOrDefault(Resource.DISK, List.of()) : List.of()),
                new Chart("bytes", "bytesPerSecond", rates("_bytes"), List.of()),
                new Chart("drops", "perSecond", rates("_dropped"), List.of()),
                new Chart("errors", "perSecond", rates("_errors"), List.of()));
    }

    private static String unit(long quota) {
        return (quota > 0) ? "percent" : "bytes";
    }

    private static DoubleUnaryOperator part(long quota) {
        return (quota > 0) ? (value) -> value / quota * 100 : DoubleUnaryOperator.identity();
    }

    private List<Line> lines(MetricName metric, DoubleUnaryOperator change) {
        List<Line> lines = new ArrayList<>();
        for (Series series : this.answer) {
            if (series.query().metric().equals(metric)) {
                lines.add(this.grid.line(instance(series), this.grid.values(series), change));
            }
        }
        return lines;
    }

    private List<Line> rates(String ending) {
        List<Line> lines = new ArrayList<>();
        for (Series series : this.answer) {
            String name = series.tags().getOrDefault(Tags.NAME, "");
            if (name.endsWith(ending)) {
                lines.add(this.grid.line(instance(series) + (name.startsWith("rx") ? " in" : " out"), series));
            }
        }
        return lines;
    }

    private static String instance(Series series) {
        return "#" + series.tags().getOrDefault(Tags.APPLICATION_INDEX, "?");
    }

    /**
     * What one instance may use at most.
     *
     * @param memory bytes, 0 if not known
     * @param disk bytes, 0 if not known
     */
    record Quota(long memory, long disk) {
    }

}
