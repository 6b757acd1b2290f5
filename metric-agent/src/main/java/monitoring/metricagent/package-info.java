/**
 * The agent that stands on every VM: reads its host, its containers and who it is, and
 * publishes that. A plain program on a small class path, because its footprint is its
 * price.
 */
@NullMarked
package monitoring.metricagent;

import org.jspecify.annotations.NullMarked;
