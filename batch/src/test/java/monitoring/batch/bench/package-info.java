/**
 * Measurements of the batch program: in a JVM of its own, beside a real InfluxDB with a
 * foundation's past.
 */
@NullMarked
package monitoring.batch.bench;

import org.jspecify.annotations.NullMarked;
