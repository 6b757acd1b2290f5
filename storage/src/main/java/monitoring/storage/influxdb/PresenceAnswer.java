package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;

/**
 * Keeps the newest of what is told of one place of a container: one without its handle is
 * one for each cell.
 */
final class PresenceAnswer {

    private final Map<String, ContainerPlacement> newest = new HashMap<>();

    void add(Map<String, String> tags, List<List<Object>> rows) {
        MetricTarget target = Targets.read(Origin.CONTAINER, tags);
        if (target == null || rows.isEmpty()) {
            return;
        }
        List<Object> row = rows.get(0);
        String containerId = tags.getOrDefault(Tags.CONTAINER_ID, "");
        Instant time = Instant.ofEpochMilli(((Number) row.get(0)).longValue());
        ContainerPlacement seen = new ContainerPlacement(target, containerId, number(row, 2), number(row, 3), time);
        this.newest.merge(target.id() + " " + containerId + " " + target.ip(), seen,
                (one, other) -> one.lastSample().isAfter(other.lastSample()) ? one : other);
    }

    private static long number(List<Object> row, int column) {
        return (row.size() > column && row.get(column) instanceof Number number) ? number.longValue() : 0;
    }

    List<ContainerPlacement> placements() {
        return List.copyOf(this.newest.values());
    }

}
