package monitoring.storage.alarm;

import monitoring.storage.metric.Resource;

import static java.util.Objects.requireNonNull;

/**
 * How often an alarm was raised for a target and a resource.
 *
 * @param target of what, as the newest of its alarms says
 * @param resource of which resource
 * @param count how often
 */
public record NoisyTarget(AlarmTarget target, Resource resource, long count) {

    public NoisyTarget {
        requireNonNull(target, "target");
        requireNonNull(resource, "resource");
    }

}
