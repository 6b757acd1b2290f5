/**
 * The first screen: is the platform well, what is open, what changed, what is left.
 */
@NullMarked
package monitoring.dashboard.overview;

import org.jspecify.annotations.NullMarked;
