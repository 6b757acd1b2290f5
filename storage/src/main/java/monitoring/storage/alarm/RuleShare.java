package monitoring.storage.alarm;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import static java.util.Objects.requireNonNull;

/**
 * How many alarms of a kind a deployment has, in a period and in the one before: what its
 * policy raised.
 *
 * @param origin kind of their targets
 * @param resource their resource
 * @param deployment of their targets, organization / space of apps
 * @param count in the period
 * @param before in the period before
 */
public record RuleShare(Origin origin, Resource resource, String deployment, long count, long before) {

    public RuleShare {
        requireNonNull(origin, "origin");
        requireNonNull(resource, "resource");
        requireNonNull(deployment, "deployment");
    }

}
