/**
 * Tests of the first screen.
 */
@NullMarked
package monitoring.dashboard.overview;

import org.jspecify.annotations.NullMarked;
