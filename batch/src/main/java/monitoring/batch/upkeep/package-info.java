/**
 * Forgets what is old: runs of jobs, alarms that are over, scaling events. Log events are
 * the relay's to forget.
 */
@NullMarked
package monitoring.batch.upkeep;

import org.jspecify.annotations.NullMarked;
