package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.SeriesQuery;

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
        return "SELECT mean(\"value\") FROM " + from() + " WHERE " + condition() + groupBy(this.query.groupBy());
    }

    /**
     * Each counter for itself, so that a new one is no growth; who asked adds them up.
     */
    private String growth() {
        List<String> series = new ArrayList<>(this.query.groupBy());
        counterTags().stream().filter((tag) -> !series.contains(tag)).forEach(series::add);
        return "SELECT non_negative_derivative(last(\"value\"), 1s) FROM " + from() + " WHERE " + condition()
                + groupBy(series);
    }

    private List<String> counterTags() {
        return Source.counterTags((this.query.measurement() == Measurement.CONTAINER) ? Origin.CONTAINER : Origin.VM);
    }

    private String from() {
        return this.source.of(this.query.measurement());
    }

    private String condition() {
        StringBuilder condition = new StringBuilder(
                InfluxQl.isMetric(this.query.measurement().nameTag(), this.query.metric()));
        for (Map.Entry<String, Set<String>> tag : new TreeMap<>(this.query.tags()).entrySet()) {
            condition.append(" AND ").append(InfluxQl.isOneOf(tag.getKey(), tag.getValue()));
        }
        return condition.append(" AND ").append(InfluxQl.within(this.query.range())).toString();
    }

    private String groupBy(List<String> tags) {
        String buckets = InfluxQl.buckets(this.query.step());
        return " GROUP BY " + (tags.isEmpty() ? buckets.substring(", ".length()) : InfluxQl.names(tags) + buckets);
    }

}
