package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage.LastSeen;

/** Keeps the newest of what is told of one target, or of one place of a container. */
final class PresenceAnswer {

    private final Origin origin;

    private final Map<String, ContainerPlacement> newest = new HashMap<>();

    PresenceAnswer(Origin origin) {
        this.origin = origin;
    }

    void add(Map<String, String> tags, List<List<Object>> rows) {
        MetricTarget target = Targets.read(this.origin, tags);
        if (target == null || rows.isEmpty()) {
            return;
        }
        List<Object> row = rows.get(0);
        String containerId = tags.getOrDefault(Tags.CONTAINER_ID, "");
        Instant time = Instant.ofEpochMilli(((Number) row.get(0)).longValue());
        ContainerPlacement seen = new ContainerPlacement(target, containerId, number(row, 2), number(row, 3), time);
        this.newest.merge(target.id() + " " + containerId + " " + place(target), seen,
                (one, other) -> one.lastSample().isAfter(other.lastSample()) ? one : other);
    }

    private String place(MetricTarget target) {
        // a VM is one target wherever it is, a container without its handle one for each
        // cell
        return (this.origin == Origin.CONTAINER || this.origin == Origin.APP) ? target.ip() : "";
    }

    private static long number(List<Object> row, int column) {
        return (row.size() > column && row.get(column) instanceof Number number) ? number.longValue() : 0;
    }

    List<ContainerPlacement> placements() {
        return List.copyOf(this.newest.values());
    }

    List<LastSeen> lastSeen() {
        Map<String, LastSeen> targets = new HashMap<>();
        for (ContainerPlacement seen : this.newest.values()) {
            targets.merge(seen.target().id(), new LastSeen(seen.target(), seen.lastSample()),
                    (one, other) -> one.lastSample().isAfter(other.lastSample()) ? one : other);
        }
        return new ArrayList<>(targets.values());
    }

}
