package monitoring.relay.journal;

/**
 * How a journal does.
 *
 * @param state whether it takes messages
 * @param reason what is wrong, else empty
 * @param size bytes on disk
 * @param appended position of the last message taken
 * @param durable position of the last message on disk
 * @param released position up to which nothing is needed any more
 */
public record JournalStatus(State state, String reason, long size, long appended, long durable, long released) {

    /** Whether messages are taken. */
    public enum State {

        /** Messages are taken. */
        TAKING,
        /** The journal or its disk is full; senders wait until something is indexed. */
        FULL,
        /** The disk answered with an error; senders wait, the write is repeated. */
        FAILING

    }

}
