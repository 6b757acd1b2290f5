/**
 * Reads the containers of this host. Knows nothing of where samples go.
 */
@NullMarked
package monitoring.metricagent.container;

import org.jspecify.annotations.NullMarked;
