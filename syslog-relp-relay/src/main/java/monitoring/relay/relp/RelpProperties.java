package monitoring.relay.relp;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the relay listens for RELP, and what it refuses.
 *
 * @param host address to listen on
 * @param port port without TLS, 0 for a free one, -1 for none
 * @param maxFrameSize longest message; more is cut off or refused
 * @param oversize what becomes of a longer message
 * @param maxSessions most connections at one time
 * @param maxSessionsPerPeer most connections of one address
 * @param frameTimeout longest time from a frame's first byte to its last, and from the
 * connection to its open
 * @param answerTimeout longest time that a peer may leave its answers unread
 * @param maxUnanswered most messages of one connection that wait for their answer;
 * beyond, reading stops
 * @param repeatWindow how many messages of a connection are remembered, to recognise what
 * its sender repeats after a break: at least the sender's window; rounded up to a power
 * of 2
 * @param receiveBuffer what one connection may have in the kernel unread. A full one
 * makes a sender that writes each message on its own cheaper: what it writes meanwhile
 * leaves in large pieces. It bounds what a connection carries in a round trip, so far
 * senders may need more
 * @param drainTimeout longest time that a stop waits for open answers
 * @param tls the port with TLS
 */
@ConfigurationProperties("relay.relp")
public record RelpProperties(@DefaultValue("0.0.0.0") String host, @DefaultValue("2514") int port,
        @DefaultValue("128KB") DataSize maxFrameSize, @DefaultValue("truncate") Oversize oversize,
        @DefaultValue("20000") int maxSessions, @DefaultValue("1000") int maxSessionsPerPeer,
        @DefaultValue("30s") Duration frameTimeout, @DefaultValue("90s") Duration answerTimeout,
        @DefaultValue("65536") int maxUnanswered, @DefaultValue("8192") int repeatWindow,
        @DefaultValue("128KB") DataSize receiveBuffer, @DefaultValue("10s") Duration drainTimeout,
        @DefaultValue Tls tls) {

    public RelpProperties {
        require(port >= -1 && port <= 65535, "port", port, "-1..65535");
        require(maxFrameSize.toBytes() >= 1024 && maxFrameSize.toBytes() <= 2 * 1024 * 1024, "max-frame-size",
                maxFrameSize, "1KB..2MB");
        require(maxSessions >= 1, "max-sessions", maxSessions, ">= 1");
        require(maxSessionsPerPeer >= 1, "max-sessions-per-peer", maxSessionsPerPeer, ">= 1");
        require(frameTimeout.toMillis() >= 1, "frame-timeout", frameTimeout, ">= 1ms");
        require(answerTimeout.toMillis() >= 1, "answer-timeout", answerTimeout, ">= 1ms");
        require(maxUnanswered >= 1, "max-unanswered", maxUnanswered, ">= 1");
        require(repeatWindow >= 16 && repeatWindow <= 1 << 20, "repeat-window", repeatWindow, "16..1048576");
        repeatWindow = Integer.highestOneBit(repeatWindow * 2 - 1);
        require(receiveBuffer.toBytes() >= 4096 && receiveBuffer.toBytes() <= 64 * 1024 * 1024, "receive-buffer",
                receiveBuffer, "4KB..64MB");
        require(!drainTimeout.isNegative(), "drain-timeout", drainTimeout, ">= 0s");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.relp." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    /**
     * The port with TLS; it listens only if there is a certificate.
     *
     * @param port port with TLS, 0 for a free one, -1 for none
     */
    public record Tls(@DefaultValue("2515") int port) {

        public Tls {
            require(port >= -1 && port <= 65535, "tls.port", port, "-1..65535");
        }

    }

    /** What becomes of a message that is too long. */
    public enum Oversize {

        /** Its begin is kept, the rest is dropped and counted. */
        TRUNCATE,
        /** The connection is closed. */
        REFUSE

    }

}
