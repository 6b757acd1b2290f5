package monitoring.storage.influxdb;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.storage.influxdb.UsageFormula.Mean;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.UsageSeries;

/**
 * Works the usage of all targets out of one request; a second one only for those targets
 * of which the first cannot tell.
 */
final class UsageReader {

    private final InfluxClient client;

    private final Source source;

    private final RollupBook rollups;

    UsageReader(InfluxClient client, Source source, RollupBook rollups) {
        this.client = client;
        this.source = source;
        this.rollups = rollups;
    }

    List<TargetUsage> usage(MetricWindow window) {
        UsageStatement statement = new UsageStatement(this.source, window);
        UsageAnswer answer = new UsageAnswer(statement);
        if (statement.formula().counter()) {
            readGrowth(statement, answer);
        }
        else {
            readMeans(statement, answer);
        }
        return answer.usage();
    }

    /**
     * The same without asking a second time: the parts of a target that changed its name
     * weigh alike.
     */
    List<TargetUsage> roughly(MetricWindow window) {
        UsageStatement statement = new UsageStatement(this.source, window);
        if (statement.formula().counter()) {
            return usage(window);
        }
        UsageAnswer answer = new UsageAnswer(statement);
        this.client.query(statement.means(), (number, tags, rows) -> answer.addMeans(tags, rows, false));
        return answer.usage();
    }

    List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step) {
        UsageStatement statement = new UsageStatement(this.source, window);
        UsageAnswer answer = new UsageAnswer(statement);
        String text = statement.formula().counter() ? statement.growth(targetIds, step)
                : parts(window, statement.formula(), step).stream()
                    .map((part) -> statement.means(targetIds, step, part))
                    .collect(Collectors.joining(";\n"));
        this.client.query(text, (number, tags, rows) -> answer.addMeans(tags, rows, true));
        return answer.series(targetIds);
    }

    /** Rollups keep no limits. */
    private List<Coverage.Part> parts(MetricWindow window, UsageFormula formula, Duration step) {
        return formula.limit().isEmpty()
                ? new Coverage(this.rollups).parts(new SeriesQuery(Measurement.of(window.origin()),
                        MetricName.CPU_CORES, Map.of(), List.of(), window.range(), step))
                : List.of(new Coverage.Part(null, window.range()));
    }

    private void readMeans(UsageStatement statement, UsageAnswer answer) {
        this.client.query(statement.means(), (number, tags, rows) -> answer.addMeans(tags, rows, false));
        Set<String> changed = answer.changed();
        if (changed.isEmpty()) {
            return;
        }
        answer.clear(changed);
        this.client.query(statement.meansAndCounts(changed), (number, tags, rows) -> {
            MetricTarget target = Targets.read(statement.window().origin(), tags);
            if (target != null && changed.contains(target.id())) {
                answer.addCounted(tags, rows);
            }
        });
        lastSeen(statement.window(), changed).forEach((seen) -> answer.rename(seen.target()));
    }

    private List<TargetUsage.LastSeen> lastSeen(MetricWindow window, Set<String> targetIds) {
        HeardAnswer answer = new HeardAnswer(window.origin());
        this.client.query(PresenceStatement.lastSeen(this.source, window.origin(), window.range(), targetIds),
                (number, tags, rows) -> answer.add(tags, rows));
        return answer.lastSeen();
    }

    /**
     * Growth is the last value less the first, over the time between them. Where the last
     * is the smaller one the counter began anew, and is read value by value.
     */
    private void readGrowth(UsageStatement statement, UsageAnswer answer) {
        Map<String, Count> firsts = new HashMap<>();
        Set<String> fallen = new HashSet<>();
        List<String> names = Source.counterTags(statement.window().origin());
        this.client.query(statement.ends(), (number, tags, rows) -> {
            String counter = counter(names, tags);
            if (number == 0) {
                firsts.put(counter, Count.of(rows.get(0)));
                return;
            }
            Count first = firsts.remove(counter);
            if (first != null && !addGrowth(answer, tags, first, Count.of(rows.get(0)))) {
                MetricTarget target = Targets.read(statement.window().origin(), tags);
                fallen.add((target != null) ? target.id() : "");
            }
        });
        fallen.remove("");
        if (fallen.isEmpty()) {
            return;
        }
        answer.clear(fallen);
        this.client.query(statement.growth(fallen), (number, tags, rows) -> {
            MetricTarget target = Targets.read(statement.window().origin(), tags);
            if (target != null && fallen.contains(target.id())) {
                addRates(answer, tags, rows);
            }
        });
    }

    /**
     * A counter by its tags, as one text: a map for each would be several times as large.
     */
    private static String counter(List<String> names, Map<String, String> tags) {
        StringBuilder counter = new StringBuilder(200);
        names.forEach((name) -> counter.append(tags.getOrDefault(name, "")).append('\n'));
        return counter.toString();
    }

    private static boolean addGrowth(UsageAnswer answer, Map<String, String> tags, Count first, Count last) {
        double growth = last.value() - first.value();
        TargetMeans target = (last.time() > first.time()) ? answer.of(tags, last.time()) : null;
        if (target == null) {
            return true; // one value alone tells no growth
        }
        if (growth < 0) {
            return false;
        }
        double seconds = (last.time() - first.time()) / 1000.0;
        target.mean(UsageAnswer.WHOLE, answer.metric(tags)).add(growth / seconds, 0, seconds);
        return true;
    }

    private static void addRates(UsageAnswer answer, Map<String, String> tags, List<List<Object>> rows) {
        TargetMeans target = answer.of(tags, Long.MIN_VALUE);
        if (target == null) {
            return;
        }
        Mean mean = target.mean(UsageAnswer.WHOLE, answer.metric(tags));
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number rate) {
                mean.add(rate.doubleValue(), 0, 1);
            }
        }
    }

    /**
     * What a counter said.
     *
     * @param time in milliseconds
     * @param value in its unit
     */
    private record Count(long time, double value) {

        static Count of(List<Object> row) {
            return new Count(((Number) row.get(0)).longValue(), ((Number) row.get(1)).doubleValue());
        }

    }

}
