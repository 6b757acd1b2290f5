/**
 * Hands samples to the metric store; keeps them while it is away, and counts what had to
 * be dropped.
 */
@NullMarked
package monitoring.metricagent.publish;

import org.jspecify.annotations.NullMarked;
