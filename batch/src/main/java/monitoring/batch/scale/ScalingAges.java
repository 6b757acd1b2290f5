package monitoring.batch.scale;

import java.time.Duration;

/**
 * How old may be what scaling goes by.
 *
 * @param inventory the counts of instances; from older ones nothing is decided, as
 * somebody may have scaled by hand meanwhile
 * @param decision a decision; an older one is not asked for any more
 */
public record ScalingAges(Duration inventory, Duration decision) {
}
