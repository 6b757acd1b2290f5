/**
 * What agents measure and how it is asked for: samples in, windows, series and placements
 * out. Knows neither InfluxDB nor any policy.
 */
@NullMarked
package monitoring.storage.metric;

import org.jspecify.annotations.NullMarked;
