package monitoring.relay.journal;

import java.time.Instant;

import monitoring.relay.intake.Source;

/**
 * Messages of one source as they were kept.
 *
 * @param first position of the first message; the others follow one by one
 * @param receivedAt when they were taken
 * @param source who sent them
 * @param content the messages; not copied
 * @param starts where each message starts in the content; not copied
 * @param lengths how long each message is; not copied
 */
public record JournalBlock(long first, Instant receivedAt, Source source, byte[] content, int[] starts, int[] lengths) {

    /** How many messages it holds. */
    public int count() {
        return this.starts.length;
    }

    /** Position of the last message. */
    public long last() {
        return this.first + count() - 1;
    }

    /** Bytes of all messages. */
    public int size() {
        return this.content.length;
    }

}
