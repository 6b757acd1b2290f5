package monitoring.storage.metric;

import java.time.Instant;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * When a VM last told of its processes. An agent tells only of those that hold the most
 * memory.
 *
 * @param target the VM
 * @param lastReport when it last told of any process
 * @param lastSeen when it last told of those that were asked for, by name; copied
 */
public record ProcessPresence(MetricTarget target, Instant lastReport, Map<String, Instant> lastSeen) {

    public ProcessPresence {
        requireNonNull(target, "target");
        requireNonNull(lastReport, "lastReport");
        lastSeen = Map.copyOf(lastSeen);
    }

}
