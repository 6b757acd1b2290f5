/**
 * Keeps samples in InfluxDB 1.x under PaaS-TA's names, and answers for all targets with
 * one statement. Knows nothing of policies, alarms or Spring; {@code InfluxConfiguration}
 * serves a plain main as well as an application context.
 */
@NullMarked
package monitoring.storage.influxdb;

import org.jspecify.annotations.NullMarked;
