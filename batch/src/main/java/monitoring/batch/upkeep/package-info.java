/**
 * Forgets what is old: runs of jobs, alarms that are over, scaling events; and has
 * metrics rolled up before they are forgotten. Log events are the relay's to forget.
 */
@NullMarked
package monitoring.batch.upkeep;

import org.jspecify.annotations.NullMarked;
