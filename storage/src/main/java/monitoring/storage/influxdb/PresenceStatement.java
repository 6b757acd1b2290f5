package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * Asks who reported. One metric that every agent sends stands for all of them: it is the
 * fewest series to read.
 */
final class PresenceStatement {

    private PresenceStatement() {
    }

    static String lastSeen(Source source, Origin origin, TimeRange range, Set<String> targetIds) {
        return "SELECT last(\"value\") FROM " + source.of(Measurement.of(origin)) + " WHERE " + pulse(origin)
                + Source.restrictedTo(origin, targetIds) + " AND " + InfluxQl.within(range) + " GROUP BY "
                + InfluxQl.names(Source.targetTags(origin));
    }

    /**
     * The same for all targets of some origins; containers, of which there are most, with
     * their identity alone. The answer tells origins apart by the measurement; a tag that
     * one of them does not have selects nothing there and is empty.
     */
    static String lastSeen(Source source, Set<Origin> origins, TimeRange range) {
        StringJoiner from = new StringJoiner(", ");
        StringJoiner pulses = new StringJoiner(" OR ", "(", ")");
        Set<String> tags = new LinkedHashSet<>();
        new TreeSet<>(origins).forEach((origin) -> {
            from.add(source.of(Measurement.of(origin)));
            pulses.add(pulse(origin));
            tags.addAll((Measurement.of(origin) == Measurement.CONTAINER) ? Source.identityTags(origin)
                    : Source.targetTags(origin));
        });
        return "SELECT last(\"value\") FROM " + from + " WHERE " + pulses + " AND " + InfluxQl.within(range)
                + " GROUP BY " + InfluxQl.names(List.copyOf(tags));
    }

    private static String pulse(Origin origin) {
        Measurement measurement = Measurement.of(origin);
        return InfluxQl.isMetric(measurement.nameTag(),
                (measurement == Measurement.CONTAINER) ? MetricName.CONTAINER_MEMORY : MetricName.MEMORY_TOTAL);
    }

    /** Columns of the answer: time, value, memory limit, disk limit. */
    static String containers(Source source, TimeRange range) {
        return containers(source, "", range);
    }

    /**
     * The same of some apps and of some cells.
     * @return null if there are so many that it is better asked for all
     */
    static @Nullable String containers(Source source, Set<String> apps, Set<String> cells, TimeRange range) {
        if (apps.size() > InfluxQl.MOST_AMONG || cells.size() > InfluxQl.MOST_AMONG) {
            return null;
        }
        StringJoiner either = new StringJoiner(" OR ", "(", ") AND ");
        if (!apps.isEmpty()) {
            either.add(InfluxQl.isAmong(Tags.APPLICATION_ID, apps));
        }
        if (!cells.isEmpty()) {
            either.add(InfluxQl.isAmong(Tags.CELL_IP, cells));
        }
        return containers(source, either.toString(), range);
    }

    private static String containers(Source source, String which, TimeRange range) {
        List<String> tags = new ArrayList<>(Source.targetTags(Origin.CONTAINER));
        tags.add(Tags.CONTAINER_ID);
        return "SELECT last(\"value\"), " + InfluxQl.names(List.of(Tags.APP_MEMORY, Tags.APP_DISK)) + " FROM "
                + source.of(Measurement.CONTAINER) + " WHERE " + which
                + InfluxQl.isMetric(Tags.NAME, MetricName.CONTAINER_MEMORY) + " AND " + InfluxQl.within(range)
                + " GROUP BY " + InfluxQl.names(tags);
    }

}
