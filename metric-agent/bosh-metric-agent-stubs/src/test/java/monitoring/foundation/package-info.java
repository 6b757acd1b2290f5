/**
 * Tests of the whole simulated foundation, on a real InfluxDB.
 */
@NullMarked
package monitoring.foundation;

import org.jspecify.annotations.NullMarked;
