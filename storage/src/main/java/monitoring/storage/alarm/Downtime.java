package monitoring.storage.alarm;

import java.time.Duration;

import monitoring.storage.metric.Origin;

import static java.util.Objects.requireNonNull;

/**
 * How long the targets of a service were down, all together.
 *
 * @param origin kind of target
 * @param service deployment / job of VMs, organization / space / app of containers
 * @param down time within the period
 */
public record Downtime(Origin origin, String service, Duration down) {

    public Downtime {
        requireNonNull(origin, "origin");
        requireNonNull(service, "service");
        requireNonNull(down, "down");
    }

}
