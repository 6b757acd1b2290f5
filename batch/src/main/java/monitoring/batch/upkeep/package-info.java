/**
 * Forgets what is old: runs of jobs. Log events are the relay's to forget.
 */
@NullMarked
package monitoring.batch.upkeep;

import org.jspecify.annotations.NullMarked;
