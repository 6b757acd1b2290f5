/**
 * Tests of the alarm pages.
 */
@NullMarked
package monitoring.dashboard.alarm;

import org.jspecify.annotations.NullMarked;
