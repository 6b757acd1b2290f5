package monitoring.storage.influxdb;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/** The statement for a part of some chart lines, or of one line a group. */
final class SeriesStatement {

    private final Source source;

    private final SeriesBundle bundle;

    private final @Nullable RollupTier tier;

    private final TimeRange range;

    SeriesStatement(Source source, SeriesBundle bundle, Coverage.Part part) {
        this.source = source;
        this.bundle = bundle;
        this.tier = part.tier();
        this.range = part.range();
    }

    /**
     * Columns of the answer: time; the value of gauges; the change of counters, or, where
     * there are gauges too, their last value; lowest and highest where they were asked
     * for.
     */
    String text() {
        String last = "last(" + ((this.tier == null) ? "\"value\"" : "\"last\"") + ")";
        if (!this.bundle.hasGauges()) {
            // InfluxDB looks at the bucket before the range by itself
            return "SELECT non_negative_derivative(" + last + ", 1s)" + rest(this.range);
        }
        String mean = (this.tier == null) ? "mean(\"value\")" : "sum(\"sum\") / sum(\"count\")";
        String extremes = (this.tier == null) ? ", min(\"value\"), max(\"value\")" : ", min(\"min\"), max(\"max\")";
        boolean both = this.bundle.hasCounters();
        return "SELECT " + mean + (both ? ", " + last : "") + (this.bundle.hasExtremes() ? extremes : "")
                + rest(both ? withBucketBefore() : this.range);
    }

    /** A counter grows from the bucket before. */
    private TimeRange withBucketBefore() {
        return new TimeRange(RollupTier.floor(this.range.from(), query().step()).minus(query().step()),
                this.range.to());
    }

    private String rest(TimeRange range) {
        StringBuilder rest = new StringBuilder(" FROM ").append(from())
            .append(" WHERE ")
            .append(InfluxQl.isOneOf(query().measurement().nameTag(), this.bundle.metrics()));
        for (Map.Entry<String, Set<String>> tag : new TreeMap<>(query().tags()).entrySet()) {
            rest.append(" AND ").append(InfluxQl.isOneOf(tag.getKey(), tag.getValue()));
        }
        return rest.append(" AND ").append(InfluxQl.within(range)).append(groupBy()).toString();
    }

    private String from() {
        return (this.tier == null) ? this.source.of(query().measurement())
                : this.source.of(query().measurement(), this.tier);
    }

    private String groupBy() {
        String tags = InfluxQl.names(this.bundle.groupBy());
        String buckets = InfluxQl.buckets(query().step());
        return " GROUP BY " + (tags.isEmpty() ? buckets.substring(", ".length()) : tags + buckets);
    }

    private SeriesQuery query() {
        return this.bundle.lead();
    }

}
