/**
 * The runs of the batch's jobs: when, how long, and what went wrong.
 */
@NullMarked
package monitoring.dashboard.run;

import org.jspecify.annotations.NullMarked;
