package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

/**
 * Asks who reported. One metric that every agent sends stands for all of them: it is the
 * fewest series to read.
 */
final class PresenceStatement {

    private PresenceStatement() {
    }

    static String lastSeen(Source source, Origin origin, TimeRange range, Set<String> targetIds) {
        Measurement measurement = Measurement.of(origin);
        MetricName pulse = (measurement == Measurement.CONTAINER) ? MetricName.CONTAINER_MEMORY
                : MetricName.MEMORY_TOTAL;
        return "SELECT last(\"value\") FROM " + source.of(measurement) + " WHERE "
                + InfluxQl.isMetric(measurement.nameTag(), pulse) + Source.restrictedTo(origin, targetIds) + " AND "
                + InfluxQl.within(range) + " GROUP BY " + InfluxQl.names(Source.targetTags(origin));
    }

    /** Columns of the answer: time, value, memory limit, disk limit. */
    static String containers(Source source, TimeRange range) {
        List<String> tags = new ArrayList<>(Source.targetTags(Origin.CONTAINER));
        tags.add(Tags.CONTAINER_ID);
        return "SELECT last(\"value\"), " + InfluxQl.names(List.of(Tags.APP_MEMORY, Tags.APP_DISK)) + " FROM "
                + source.of(Measurement.CONTAINER) + " WHERE "
                + InfluxQl.isMetric(Tags.NAME, MetricName.CONTAINER_MEMORY) + " AND " + InfluxQl.within(range)
                + " GROUP BY " + InfluxQl.names(tags);
    }

}
