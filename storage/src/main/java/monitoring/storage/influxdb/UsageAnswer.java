package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.influxdb.UsageFormula.Mean;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.UsageSeries;

/**
 * Puts together what belongs to one target: its metrics, and its series where a tag such
 * as its name or address changed within the window.
 */
final class UsageAnswer {

    private final Origin origin;

    private final UsageFormula formula;

    private final String nameTag;

    private final boolean bucketed;

    private final Map<String, Entry> entries = new HashMap<>();

    private final Set<String> changed = new HashSet<>();

    UsageAnswer(Origin origin, UsageStatement statement) {
        this.origin = origin;
        this.formula = statement.formula();
        this.nameTag = statement.nameTag();
        this.bucketed = statement.isBucketed();
    }

    void add(Map<String, String> tags, List<List<Object>> rows) {
        MetricTarget target = Targets.read(this.origin, tags);
        if (target == null) {
            return;
        }
        String name = this.nameTag.isEmpty() ? "" : tags.getOrDefault(this.nameTag, "");
        Entry entry = this.entries.computeIfAbsent(target.id(), (id) -> new Entry(target));
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number mean && row.get(2) instanceof Number count) {
                double limit = (row.size() > 3 && row.get(3) instanceof Number number) ? number.doubleValue() : 0;
                long time = this.bucketed ? ((Number) row.get(0)).longValue() : 0;
                entry.add(time, name, new double[] { mean.doubleValue(), limit, count.doubleValue() });
                entry.rename(target, time);
            }
        }
        if (entry.isChanged()) {
            this.changed.add(target.id());
        }
    }

    /** Targets that bore several names, of which the answer cannot say which is newer. */
    Set<String> changed() {
        return this.changed;
    }

    /** Says what a target is called now. */
    void rename(MetricTarget target) {
        Entry entry = this.entries.get(target.id());
        if (entry != null) {
            entry.target = target;
        }
    }

    List<TargetUsage> usage() {
        List<TargetUsage> usage = new ArrayList<>(this.entries.size());
        for (Entry entry : this.entries.values()) {
            for (Map<String, Mean> means : entry.buckets.values()) {
                double value = this.formula.usage(means);
                if (Double.isFinite(value)) {
                    usage.add(new TargetUsage(entry.target, value));
                }
            }
        }
        return usage;
    }

    List<UsageSeries> series(Set<String> targetIds) {
        List<UsageSeries> series = new ArrayList<>(this.entries.size());
        this.entries.forEach((id, entry) -> {
            List<Series.Point> points = new ArrayList<>(entry.buckets.size());
            entry.buckets.forEach((time, means) -> {
                double value = this.formula.usage(means);
                if (Double.isFinite(value)) {
                    points.add(new Series.Point(Instant.ofEpochMilli(time), value));
                }
            });
            if (!points.isEmpty() && (targetIds.isEmpty() || targetIds.contains(id))) {
                series.add(new UsageSeries(entry.target, points));
            }
        });
        return series;
    }

    /** What is known of one target. */
    private static final class Entry {

        private final TreeMap<Long, Map<String, Mean>> buckets = new TreeMap<>();

        private MetricTarget target;

        private long named = Long.MIN_VALUE;

        private boolean changed;

        Entry(MetricTarget target) {
            this.target = target;
        }

        void add(long time, String name, double[] mean) {
            this.buckets.computeIfAbsent(time, (key) -> new HashMap<>(2))
                .computeIfAbsent(name, (key) -> new Mean())
                .add(mean[0], mean[1], mean[2]);
        }

        void rename(MetricTarget target, long time) {
            this.changed |= !this.target.equals(target);
            if (time > this.named) {
                this.named = time;
                this.target = target;
            }
        }

        boolean isChanged() {
            return this.changed;
        }

    }

}
