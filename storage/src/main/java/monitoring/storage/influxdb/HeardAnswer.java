package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TargetUsage.LastSeen;

/** Keeps when each target was heard of last; one is one wherever it is. */
final class HeardAnswer {

    private final Origin origin;

    private final Map<String, LastSeen> newest = new HashMap<>();

    HeardAnswer(Origin origin) {
        this.origin = origin;
    }

    void add(Map<String, String> tags, List<List<Object>> rows) {
        MetricTarget target = Targets.read(this.origin, tags);
        if (target == null || rows.isEmpty()) {
            return;
        }
        Instant time = Instant.ofEpochMilli(((Number) rows.get(0).get(0)).longValue());
        this.newest.merge(target.id(), new LastSeen(target, time),
                (one, other) -> one.lastSample().isAfter(other.lastSample()) ? one : other);
    }

    List<LastSeen> lastSeen() {
        return new ArrayList<>(this.newest.values());
    }

}
