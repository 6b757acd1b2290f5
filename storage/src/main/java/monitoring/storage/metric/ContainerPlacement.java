package monitoring.storage.metric;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * Where a container was, and what it may take.
 *
 * @param target the container, its cell by {@link MetricTarget#ip()}
 * @param containerId Garden handle
 * @param memoryLimit bytes, 0 where the agent did not tell
 * @param diskLimit bytes, 0 where the agent did not tell
 * @param lastSample when it was last heard of there
 */
public record ContainerPlacement(MetricTarget target, String containerId, long memoryLimit, long diskLimit,
        Instant lastSample) {

    public ContainerPlacement {
        requireNonNull(target, "target");
        requireNonNull(containerId, "containerId");
        requireNonNull(lastSample, "lastSample");
    }

}
