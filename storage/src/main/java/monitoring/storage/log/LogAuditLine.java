package monitoring.storage.log;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * What came from one peer to one relay within one hour, and what became of it.
 *
 * @param relay number of the relay's journal, in hexadecimal
 * @param hour its begin
 * @param transport the way the messages came, such as {@code relp-tls}
 * @param peer address of the sender
 * @param counts how many
 */
public record LogAuditLine(String relay, Instant hour, String transport, String peer, LogAuditCounts counts) {

    public LogAuditLine {
        requireNonNull(relay, "relay");
        requireNonNull(hour, "hour");
        requireNonNull(transport, "transport");
        requireNonNull(peer, "peer");
        requireNonNull(counts, "counts");
    }

    /** What is counted. */
    public enum Figure {

        /** Messages that were taken from the sender. */
        RECEIVED,
        /** Messages whose answer was given free; 0 where the transport has no answers. */
        ACKNOWLEDGED,
        /** Messages that are on the relay's disk or were there. */
        JOURNALED,
        /**
         * Messages that the sender repeated and the relay recognised: not kept again.
         */
        REPEATED,
        /** Messages that became an event of their own in the logs (or in the topic). */
        INDEXED,
        /** Messages that became part of the event before them, such as a stack trace. */
        JOINED,
        /** Messages that the log store refused and that are kept beside the logs. */
        DEAD_LETTERED,
        /** Messages that the disk did not give back; there are none unless it fails. */
        LOST,
        /** Messages on the relay's disk that are not indexed yet. */
        IN_FLIGHT

    }

}
