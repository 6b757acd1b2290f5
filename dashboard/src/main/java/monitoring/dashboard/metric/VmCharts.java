package monitoring.dashboard.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * The nine charts of a VM, and two that only their alarms show, out of five statements:
 * one for each family of metrics.
 */
final class VmCharts {

    private static final List<MetricName> FAMILIES = List.of(new MetricName("cpuStats.", true, false),
            new MetricName("memoryStats.", true, false), new MetricName("diskStats.", true, false),
            new MetricName("diskIOStats.", true, true), new MetricName("networkIOStats.", true, true));

    /** More cores than these are shown as their mean alone. */
    private static final int CORES_SHOWN = 8;

    /** From here on a mean hides a peak, so that the peaks are a line of their own. */
    private static final Duration HIDES_PEAKS = Duration.ofMinutes(10);

    private final Grid grid;

    private final Map<String, Series> byName = new TreeMap<>();

    VmCharts(Grid grid, List<Series> answer) {
        this.grid = grid;
        for (Series series : answer) {
            this.byName.put(series.tags().getOrDefault(Tags.METRIC_NAME, ""), series);
        }
    }

    static List<SeriesQuery> queries(Measurement measurement, String id, TimeRange range, Duration step) {
        return FAMILIES.stream()
            .map((family) -> new SeriesQuery(measurement, family, Map.of(Tags.ID, Set.of(id)),
                    List.of(Tags.METRIC_NAME), range, step))
            .map((query) -> hidesPeaks(query) ? query.withExtremes() : query)
            .toList();
    }

    private static boolean hidesPeaks(SeriesQuery query) {
        return query.step().compareTo(HIDES_PEAKS) >= 0;
    }

    List<Chart> charts(Map<Resource, List<Limit>> limits) {
        return List.of(new Chart("cpu", "percent", cpu(), limits.getOrDefault(Resource.CPU, List.of())),
                new Chart("load", "plain", load(), ofAllCores(limits.getOrDefault(Resource.LOAD, List.of()))),
                new Chart("memory", "percent", memory(), limits.getOrDefault(Resource.MEMORY, List.of())),
                new Chart("disk", "percent", mounts(".Usage"), limits.getOrDefault(Resource.DISK, List.of())),
                new Chart("diskio", "bytesPerSecond", rates("diskIOStats.", "readBytes", "writeBytes"), List.of()),
                new Chart("bytes", "bytesPerSecond", rates("networkIOStats.", "bytesRecv", "bytesSent"), List.of()),
                new Chart("packets", "perSecond", rates("networkIOStats.", "packetRecv", "packetSent"), List.of()),
                new Chart("drops", "perSecond", rates("networkIOStats.", "dropIn", "dropOut"), List.of()),
                new Chart("errors", "perSecond", rates("networkIOStats.", "errIn", "errOut"), List.of()),
                new Chart("swap", "percent", swap(), limits.getOrDefault(Resource.SWAP, List.of())), new Chart("inodes",
                        "percent", mounts(".InodesUsage"), limits.getOrDefault(Resource.INODES, List.of())));
    }

    private List<Line> cpu() {
        List<Series> cores = cores();
        if (cores.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(this.grid.line("mean", this.grid.mean(cores), DoubleUnaryOperator.identity()));
        if (hidesPeaks(cores.get(0).query())) {
            lines.add(this.grid.line("peak", this.grid.highest(cores), DoubleUnaryOperator.identity()));
        }
        if (cores.size() > 1 && cores.size() <= CORES_SHOWN) {
            cores.forEach((core) -> lines.add(this.grid.line(last(core.tags().get(Tags.METRIC_NAME)), core)));
        }
        return lines;
    }

    private List<Series> cores() {
        return this.byName.entrySet()
            .stream()
            .filter((entry) -> entry.getKey().startsWith("cpuStats.core."))
            .map(Map.Entry::getValue)
            .toList();
    }

    /** The load is judged for each core, and drawn for the whole VM. */
    private List<Limit> ofAllCores(List<Limit> limits) {
        int cores = cores().size();
        return (cores == 0) ? List.of()
                : limits.stream().map((limit) -> new Limit(limit.severity(), limit.value() * cores)).toList();
    }

    private List<Line> load() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(MetricName.LOAD_1.value(), "1 min");
        names.put(MetricName.LOAD_5.value(), "5 min");
        names.put(MetricName.LOAD_15.value(), "15 min");
        List<Line> lines = new ArrayList<>();
        names.forEach((metric, name) -> {
            Series series = this.byName.get(metric);
            if (series != null) {
                lines.add(this.grid.line(name, series));
            }
        });
        return lines;
    }

    private List<Line> memory() {
        Series total = this.byName.get(MetricName.MEMORY_TOTAL.value());
        Series available = this.byName.get(MetricName.MEMORY_AVAILABLE.value());
        if (total == null || available == null) {
            return List.of();
        }
        Line used = this.grid.line("used", this.grid.usedPercent(total, available), DoubleUnaryOperator.identity());
        return hidesPeaks(available.query()) ? List.of(used,
                this.grid.line("peak", this.grid.usedPercent(total, lowest(available)), DoubleUnaryOperator.identity()))
                : List.of(used);
    }

    private List<Line> swap() {
        Series used = this.byName.get(MetricName.SWAP_USAGE.value());
        return (used == null) ? List.of() : List.of(this.grid.line("used", used));
    }

    /** What is used of each file system. */
    private List<Line> mounts(String ending) {
        List<Line> lines = new ArrayList<>();
        this.byName.forEach((name, series) -> {
            if (name.startsWith("diskStats.") && name.endsWith(ending)) {
                lines.add(
                        this.grid.line(name.substring("diskStats.".length(), name.length() - ending.length()), series));
            }
        });
        return lines;
    }

    /** Two kinds of rate of each device; loopback tells nothing about a network. */
    private List<Line> rates(String family, String in, String out) {
        List<Line> lines = new ArrayList<>();
        this.byName.forEach((name, series) -> {
            if (name.startsWith(family) && (name.endsWith("." + in) || name.endsWith("." + out))) {
                String device = name.substring(family.length(), name.lastIndexOf('.'));
                if (!"lo".equals(device)) {
                    lines.add(this.grid.line(device + " " + (name.endsWith("." + in) ? direction(in) : direction(out)),
                            series));
                }
            }
        });
        return lines;
    }

    private static Series lowest(Series series) {
        return new Series(series.query(), series.tags(),
                series.points().stream().map((point) -> new Series.Point(point.time(), point.lowest())).toList());
    }

    private static String direction(String counter) {
        return switch (counter) {
            case "readBytes" -> "read";
            case "writeBytes" -> "write";
            default -> (counter.endsWith("Recv") || counter.endsWith("In")) ? "in" : "out";
        };
    }

    private static String last(String name) {
        return "core " + name.substring(name.lastIndexOf('.') + 1);
    }

}
