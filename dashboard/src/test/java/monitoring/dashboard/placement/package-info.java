/**
 * Tests of the placement of containers.
 */
@NullMarked
package monitoring.dashboard.placement;

import org.jspecify.annotations.NullMarked;
