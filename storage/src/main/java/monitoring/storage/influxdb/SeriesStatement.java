package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/** The statement for a part of one chart line, or of one line a group. */
final class SeriesStatement {

    private final Source source;

    private final SeriesQuery query;

    private final @Nullable RollupTier tier;

    private final TimeRange range;

    SeriesStatement(Source source, SeriesQuery query, Coverage.Part part) {
        this.source = source;
        this.query = query;
        this.tier = part.tier();
        this.range = part.range();
    }

    /**
     * Columns of the answer: time, value and, where they were asked for, lowest and
     * highest.
     */
    String text() {
        return this.query.metric().counter() ? growth() : values();
    }

    private String values() {
        String mean = (this.tier == null) ? "mean(\"value\")" : "sum(\"sum\") / sum(\"count\")";
        String extremes = (this.tier == null) ? ", min(\"value\"), max(\"value\")" : ", min(\"min\"), max(\"max\")";
        return "SELECT " + mean + (this.query.extremes() ? extremes : "") + " FROM " + from() + " WHERE " + condition()
                + groupBy(this.query.groupBy());
    }

    /**
     * Each counter for itself, so that a new one is no growth; who asked adds them up.
     */
    private String growth() {
        List<String> series = new ArrayList<>(this.query.groupBy());
        counterTags().stream().filter((tag) -> !series.contains(tag)).forEach(series::add);
        String last = (this.tier == null) ? "\"value\"" : "\"last\"";
        return "SELECT non_negative_derivative(last(" + last + "), 1s) FROM " + from() + " WHERE " + condition()
                + groupBy(series);
    }

    private List<String> counterTags() {
        return Source.counterTags((this.query.measurement() == Measurement.CONTAINER) ? Origin.CONTAINER : Origin.VM);
    }

    private String from() {
        return (this.tier == null) ? this.source.of(this.query.measurement())
                : this.source.of(this.query.measurement(), this.tier);
    }

    private String condition() {
        StringBuilder condition = new StringBuilder(
                InfluxQl.isMetric(this.query.measurement().nameTag(), this.query.metric()));
        for (Map.Entry<String, Set<String>> tag : new TreeMap<>(this.query.tags()).entrySet()) {
            condition.append(" AND ").append(InfluxQl.isOneOf(tag.getKey(), tag.getValue()));
        }
        return condition.append(" AND ").append(InfluxQl.within(this.range)).toString();
    }

    private String groupBy(List<String> tags) {
        String buckets = InfluxQl.buckets(this.query.step());
        return " GROUP BY " + (tags.isEmpty() ? buckets.substring(", ".length()) : InfluxQl.names(tags) + buckets);
    }

}
