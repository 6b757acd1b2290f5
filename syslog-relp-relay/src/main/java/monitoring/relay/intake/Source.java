package monitoring.relay.intake;

import java.nio.charset.StandardCharsets;

import static java.util.Objects.requireNonNull;

/**
 * Where messages come from.
 *
 * @param transport the way they came
 * @param peer address of the sender without its port, at most 255 bytes
 * @param session number of the connection, never used twice, not even after a restart
 */
public record Source(Transport transport, String peer, long session) {

    public Source {
        requireNonNull(transport, "transport");
        requireNonNull(peer, "peer");
        if (peer.getBytes(StandardCharsets.UTF_8).length > 255) {
            throw new IllegalArgumentException("peer: " + peer + " (expected: at most 255 bytes)");
        }
    }

}
