/**
 * The metric agents of the foundation's VMs: what they measure at a moment, as points
 * with PaaS-TA's tags, live into the metric store or fast into InfluxDB's line protocol.
 */
@NullMarked
package monitoring.foundation.agents;

import org.jspecify.annotations.NullMarked;
