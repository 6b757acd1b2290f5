/**
 * Reads from the BOSH agent's own file which instance this VM is.
 */
@NullMarked
package monitoring.metricagent.bosh;

import org.jspecify.annotations.NullMarked;
