package monitoring.storage.influxdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.TimeRange;

/**
 * Asks for the usage of all targets of a window at once. No statement has a subquery:
 * over 100,000 groups InfluxDB takes minutes for one, and seconds for the same sums
 * without.
 */
final class UsageStatement {

    private final Source source;

    private final MetricWindow window;

    private final UsageFormula formula;

    private final String from;

    private final String nameTag;

    UsageStatement(Source source, MetricWindow window) {
        this.source = source;
        this.window = window;
        this.formula = UsageFormula.of(window.origin(), window.resource());
        this.from = " FROM " + source.of(Measurement.of(window.origin()));
        this.nameTag = Measurement.of(window.origin()).nameTag();
    }

    /** Columns: time, mean and, where the formula has one, the limit. */
    String means() {
        return "SELECT mean(\"value\")" + limit() + this.from + where(Set.of()) + groupBy(targetTags());
    }

    /**
     * The same for a few, with the number of values, so that series of one target can be
     * weighed. Each further function costs InfluxDB as much as the first.
     */
    String meansAndCounts(Set<String> targetIds) {
        return "SELECT mean(\"value\"), count(\"value\")" + limit() + this.from + where(targetIds)
                + groupBy(targetTags());
    }

    /** The same in buckets, for a part of the time. */
    String means(Set<String> targetIds, Duration step, Coverage.Part part) {
        RollupTier tier = part.tier();
        String select = (tier == null) ? "SELECT mean(\"value\")" + limit() + this.from
                : "SELECT sum(\"sum\") / sum(\"count\") FROM "
                        + this.source.of(Measurement.of(this.window.origin()), tier);
        return select + where(targetIds, part.range()) + groupBy(targetTags()) + InfluxQl.buckets(step);
    }

    /**
     * Two statements, for the first and the last value of each counter with their times.
     */
    String ends() {
        String rest = this.from + where(Set.of()) + groupBy(counterTags());
        return "SELECT first(\"value\")" + rest + ";\nSELECT last(\"value\")" + rest;
    }

    /**
     * What counters of a few grew by in a second, from value to value; no row for a fall.
     */
    String growth(Set<String> targetIds) {
        return "SELECT non_negative_derivative(\"value\", 1s)" + this.from + where(targetIds) + groupBy(counterTags());
    }

    /**
     * What counters grew by in a second, from bucket to bucket; InfluxDB looks at the
     * bucket before the range by itself.
     */
    String growth(Set<String> targetIds, Duration step) {
        return "SELECT non_negative_derivative(last(\"value\"), 1s)" + this.from + where(targetIds)
                + groupBy(counterTags()) + InfluxQl.buckets(step);
    }

    private String limit() {
        return this.formula.limit().isEmpty() ? "" : ", mean(" + InfluxQl.name(this.formula.limit()) + ")";
    }

    private String where(Set<String> targetIds) {
        return where(targetIds, this.window.range());
    }

    private String where(Set<String> targetIds, TimeRange range) {
        return " WHERE "
                + InfluxQl.isOneOf(this.nameTag, UsageFormula.metrics(this.window.origin(), this.window.resource()))
                + Source.restrictedTo(this.window.origin(), targetIds) + " AND " + InfluxQl.within(range);
    }

    private List<String> targetTags() {
        List<String> tags = new ArrayList<>(Source.targetTags(this.window.origin()));
        if (this.formula.byName()) {
            tags.add(this.nameTag);
        }
        return tags;
    }

    private List<String> counterTags() {
        return Source.counterTags(this.window.origin());
    }

    private static String groupBy(List<String> tags) {
        return " GROUP BY " + InfluxQl.names(tags);
    }

    /** The tag by which the answer tells metrics apart, empty where it does not. */
    String nameTag() {
        return this.formula.byName() ? this.nameTag : "";
    }

    UsageFormula formula() {
        return this.formula;
    }

    MetricWindow window() {
        return this.window;
    }

}
