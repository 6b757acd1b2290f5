/**
 * Which container runs where: zone, cell, app, container; now and at any time before.
 */
@NullMarked
package monitoring.dashboard.placement;

import org.jspecify.annotations.NullMarked;
