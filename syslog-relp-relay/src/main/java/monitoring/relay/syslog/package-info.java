/**
 * Bytes of a syslog message in, a log entry out: the same entry for the same bytes, time
 * of receipt and sender. Knows neither how they came nor where they go.
 */
@NullMarked
package monitoring.relay.syslog;

import org.jspecify.annotations.NullMarked;
