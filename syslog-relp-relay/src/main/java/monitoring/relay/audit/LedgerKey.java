package monitoring.relay.audit;

import java.time.Instant;

import monitoring.relay.intake.Transport;

/**
 * What one line of the books is about.
 *
 * @param hour its begin
 * @param transport the way the messages came
 * @param peer who sent them
 */
public record LedgerKey(Instant hour, Transport transport, String peer) {
}
