package monitoring.storage.alarm;

import java.time.Instant;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import static java.util.Objects.requireNonNull;

/**
 * How many alarms of a kind there are.
 *
 * @param start begin of the time they are counted for
 * @param origin kind of their targets
 * @param resource their resource
 * @param severity how bad they are, or were in the end
 * @param count how many
 */
public record AlarmCount(Instant start, Origin origin, Resource resource, Severity severity, long count) {

    public AlarmCount {
        requireNonNull(start, "start");
        requireNonNull(origin, "origin");
        requireNonNull(resource, "resource");
        requireNonNull(severity, "severity");
    }

}
