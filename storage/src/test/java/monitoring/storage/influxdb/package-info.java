/**
 * Tests of the store on InfluxDB; those that end in IT on a real one.
 */
@NullMarked
package monitoring.storage.influxdb;

import org.jspecify.annotations.NullMarked;
