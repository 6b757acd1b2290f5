/**
 * Forgets what is old: runs of jobs, and log events beyond their days.
 */
@NullMarked
package monitoring.batch.upkeep;

import org.jspecify.annotations.NullMarked;
