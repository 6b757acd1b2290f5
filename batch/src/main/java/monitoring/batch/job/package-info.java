/**
 * The jobs: joins the stages, which do not know each other, and runs each job on its own
 * schedule. What a step of an alarm changes is kept here, in one transaction.
 */
@NullMarked
package monitoring.batch.job;

import org.jspecify.annotations.NullMarked;
