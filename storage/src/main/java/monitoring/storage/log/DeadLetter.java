package monitoring.storage.log;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * A log event that the log store refused as it was (400), kept beside the logs until
 * somebody writes it again.
 *
 * @param refusedAt when it was refused first
 * @param reason the server's words, the latest ones
 * @param replays how often somebody tried to write it again in vain
 * @param entry the event as it would have been kept; its id is the letter's
 */
public record DeadLetter(Instant refusedAt, String reason, int replays, LogEntry entry) {

    public DeadLetter {
        requireNonNull(refusedAt, "refusedAt");
        requireNonNull(reason, "reason");
        requireNonNull(entry, "entry");
    }

    /** One that is refused for the first time. */
    public static DeadLetter refused(LogEntry entry, String reason, Instant at) {
        return new DeadLetter(at, reason, 0, entry);
    }

    /** The id of the event. */
    public String id() {
        return this.entry.id();
    }

}
