package monitoring.storage.influxdb;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.influxdb.UsageFormula.Mean;
import monitoring.storage.metric.MetricTarget;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one target: its means by bucket and metric, and its newest name. The
 * one mean that most targets have takes no map, for there may be 100,000 of them.
 */
final class TargetMeans {

    private @Nullable Mean only;

    private @Nullable TreeMap<Long, Map<String, Mean>> buckets;

    private MetricTarget target;

    private long named = Long.MIN_VALUE;

    private boolean changed;

    TargetMeans(MetricTarget target) {
        this.target = target;
    }

    Mean mean(long bucket, String metric) {
        if (bucket == UsageAnswer.WHOLE && metric.isEmpty()) {
            Mean known = this.only;
            if (known == null) {
                known = new Mean();
                this.only = known;
            }
            return known;
        }
        TreeMap<Long, Map<String, Mean>> known = this.buckets;
        if (known == null) {
            known = new TreeMap<>();
            this.buckets = known;
        }
        return known.computeIfAbsent(bucket, (key) -> new HashMap<>(2)).computeIfAbsent(metric, (key) -> new Mean());
    }

    /** Says what the target was called at a time; the newest name is kept. */
    void call(MetricTarget target, long time) {
        this.changed |= this.target != target && !this.target.equals(target);
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
        this.only = null;
        this.buckets = null;
    }

    MetricTarget target() {
        return this.target;
    }

    /** The usage over all of the time, NaN where something is missing. */
    double usage(UsageFormula formula) {
        Mean alone = this.only;
        if (alone != null) {
            return formula.usage(Map.of("", alone));
        }
        TreeMap<Long, Map<String, Mean>> known = this.buckets;
        return (known != null) ? formula.usage(known.firstEntry().getValue()) : Double.NaN;
    }

    TreeMap<Long, Map<String, Mean>> buckets() {
        TreeMap<Long, Map<String, Mean>> known = this.buckets;
        return (known != null) ? known : new TreeMap<>();
    }

}
