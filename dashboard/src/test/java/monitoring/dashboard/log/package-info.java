/**
 * Tests of the log search.
 */
@NullMarked
package monitoring.dashboard.log;

import org.jspecify.annotations.NullMarked;
