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

/** The statement for one chart line, or for one line a group. */
final class SeriesStatement {

    private final Source source;

    private final SeriesQuery query;

    SeriesStatement(Source source, SeriesQuery query) {
        this.source = source;
        this.query = query;
    }

    /** Columns of the answer: time, value. */
    String text() {
        return this.query.metric().counter() ? growth() : values();
    }

    private String values() {
        return "SELECT mean(\"value\") FROM " + from() + " WHERE " + condition(this.query.range())
                + groupBy(this.query.groupBy());
    }

    /**
     * The derivative of each series, its mean over a bucket, and the sum of those that
     * are asked for together, such as all interfaces of a VM.
     */
    private String growth() {
        TimeRange range = this.query.range();
        TimeRange reach = new TimeRange(range.from().minus(this.query.step()), range.to());
        List<String> series = new ArrayList<>(this.query.groupBy());
        counterTags().stream().filter((tag) -> !series.contains(tag)).forEach(series::add);
        return "SELECT sum(\"rate\") FROM (SELECT mean(\"rate\") AS \"rate\" FROM ("
                + "SELECT non_negative_derivative(\"value\", 1s) AS \"rate\" FROM " + from() + " WHERE "
                + condition(reach) + " GROUP BY " + InfluxQl.names(series) + ") WHERE " + InfluxQl.within(range)
                + groupBy(series) + ") WHERE " + InfluxQl.within(range) + groupBy(this.query.groupBy());
    }

    private List<String> counterTags() {
        return Source.counterTags((this.query.measurement() == Measurement.CONTAINER) ? Origin.CONTAINER : Origin.VM);
    }

    private String from() {
        return this.source.of(this.query.measurement());
    }

    private String condition(TimeRange range) {
        StringBuilder condition = new StringBuilder(
                InfluxQl.isMetric(this.query.measurement().nameTag(), this.query.metric()));
        for (Map.Entry<String, Set<String>> tag : new TreeMap<>(this.query.tags()).entrySet()) {
            condition.append(" AND ").append(InfluxQl.isOneOf(tag.getKey(), tag.getValue()));
        }
        return condition.append(" AND ").append(InfluxQl.within(range)).toString();
    }

    private String groupBy(List<String> tags) {
        String names = tags.isEmpty() ? "" : InfluxQl.names(tags) + ", ";
        return " GROUP BY " + names + "time(" + this.query.step().toMillis() + "ms) fill(none)";
    }

}
