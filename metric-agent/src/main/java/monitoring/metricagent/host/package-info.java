/**
 * Reads the host: processors, memory, disks, network and processes. Knows nothing of
 * where samples go.
 */
@NullMarked
package monitoring.metricagent.host;

import org.jspecify.annotations.NullMarked;
