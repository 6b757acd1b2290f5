package monitoring.storage.metric;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * The mean usage of one target over a window.
 *
 * @param target of what
 * @param value in the resource's unit
 */
public record TargetUsage(MetricTarget target, double value) {

    public TargetUsage {
        requireNonNull(target, "target");
    }

    /**
     * When a target was last heard of.
     *
     * @param target of what
     * @param lastSample time of its newest sample
     */
    public record LastSeen(MetricTarget target, Instant lastSample) {

        public LastSeen {
            requireNonNull(target, "target");
            requireNonNull(lastSample, "lastSample");
        }

    }

}
