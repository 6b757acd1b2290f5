package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.UsageSeries;

import org.jspecify.annotations.Nullable;

/**
 * Puts together what belongs to one target: its metrics, and its series where a tag such
 * as its name or address changed within the window.
 */
final class UsageAnswer {

    /** The bucket of an answer without buckets. */
    static final long WHOLE = 0;

    private final Origin origin;

    private final UsageFormula formula;

    private final String nameTag;

    private final Map<String, TargetMeans> targets = new HashMap<>();

    UsageAnswer(UsageStatement statement) {
        this.origin = statement.window().origin();
        this.formula = statement.formula();
        this.nameTag = statement.nameTag();
    }

    /** The target with some tags, null where they name none. */
    @Nullable TargetMeans of(Map<String, String> tags, long time) {
        MetricTarget target = Targets.read(this.origin, tags);
        if (target == null) {
            return null;
        }
        TargetMeans means = this.targets.computeIfAbsent(target.id(), (id) -> new TargetMeans(target));
        means.call(target, time);
        return means;
    }

    /** The name of the metric, empty where the formula does not ask. */
    String metric(Map<String, String> tags) {
        return this.nameTag.isEmpty() ? "" : tags.getOrDefault(this.nameTag, "");
    }

    /** Adds means that all weigh the same. */
    void addMeans(Map<String, String> tags, List<List<Object>> rows, boolean bucketed) {
        String metric = metric(tags);
        for (List<Object> row : rows) {
            long time = bucketed ? ((Number) row.get(0)).longValue() : WHOLE;
            TargetMeans target = of(tags, time);
            if (target != null && row.get(1) instanceof Number mean) {
                target.mean(time, metric).add(mean.doubleValue(), number(row, 2), 1);
            }
        }
    }

    /** Adds means with the number of values that each stands for. */
    void addCounted(Map<String, String> tags, List<List<Object>> rows) {
        TargetMeans target = of(tags, Long.MIN_VALUE);
        if (target == null) {
            return;
        }
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number mean) {
                target.mean(WHOLE, metric(tags)).add(mean.doubleValue(), number(row, 3), number(row, 2));
            }
        }
    }

    private static double number(List<Object> row, int column) {
        return (row.size() > column && row.get(column) instanceof Number number) ? number.doubleValue() : 0;
    }

    /** Targets that bore several names or addresses. */
    Set<String> changed() {
        Set<String> changed = new HashSet<>();
        this.targets.forEach((id, means) -> {
            if (means.isChanged()) {
                changed.add(id);
            }
        });
        return changed;
    }

    /** Forgets the values of some targets, to be told again. */
    void clear(Set<String> ids) {
        ids.forEach((id) -> this.targets.get(id).clear());
    }

    /** Says what a target is called now. */
    void rename(MetricTarget target) {
        TargetMeans means = this.targets.get(target.id());
        if (means != null) {
            means.call(target, Long.MAX_VALUE);
        }
    }

    List<TargetUsage> usage() {
        List<TargetUsage> usage = new ArrayList<>(this.targets.size());
        for (TargetMeans means : this.targets.values()) {
            double value = means.usage(this.formula);
            if (Double.isFinite(value)) {
                usage.add(new TargetUsage(means.target(), value));
            }
        }
        return usage;
    }

    List<UsageSeries> series(Set<String> targetIds) {
        List<UsageSeries> series = new ArrayList<>(this.targets.size());
        this.targets.forEach((id, means) -> {
            List<Series.Point> points = new ArrayList<>(means.buckets().size());
            means.buckets().forEach((time, bucket) -> {
                double value = this.formula.usage(bucket);
                if (Double.isFinite(value)) {
                    points.add(new Series.Point(Instant.ofEpochMilli(time), value));
                }
            });
            if (!points.isEmpty() && (targetIds.isEmpty() || targetIds.contains(id))) {
                series.add(new UsageSeries(means.target(), points));
            }
        });
        return series;
    }

}
