/**
 * Compares what was measured with the policies. Values, policies and open alarms come in,
 * steps in the life of alarms go out. Decides only: keeps and tells nothing.
 */
@NullMarked
package monitoring.batch.evaluate;

import org.jspecify.annotations.NullMarked;
