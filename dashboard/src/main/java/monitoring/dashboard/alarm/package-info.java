/**
 * Alarms: list, history, statistics, and what people do about them.
 */
@NullMarked
package monitoring.dashboard.alarm;

import org.jspecify.annotations.NullMarked;
