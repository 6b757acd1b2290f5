package monitoring.storage.influxdb;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.influxdb.UsageFormula.Mean;
import monitoring.storage.metric.MetricTarget;

/** What is known of one target: its means by bucket and metric, and its newest name. */
final class TargetMeans {

    private final TreeMap<Long, Map<String, Mean>> buckets = new TreeMap<>();

    private MetricTarget target;

    private long named = Long.MIN_VALUE;

    private boolean changed;

    TargetMeans(MetricTarget target) {
        this.target = target;
    }

    Mean mean(long bucket, String metric) {
        return this.buckets.computeIfAbsent(bucket, (key) -> new HashMap<>(2))
            .computeIfAbsent(metric, (key) -> new Mean());
    }

    /** Says what the target was called at a time; the newest name is kept. */
    void call(MetricTarget target, long time) {
        this.changed |= !this.target.equals(target);
        if (time > this.named) {
            this.named = time;
            this.target = target;
        }
    }

    /** Whether it bore several names or addresses. */
    boolean isChanged() {
        return this.changed;
    }

    void clear() {
        this.buckets.clear();
    }

    MetricTarget target() {
        return this.target;
    }

    TreeMap<Long, Map<String, Mean>> buckets() {
        return this.buckets;
    }

}
