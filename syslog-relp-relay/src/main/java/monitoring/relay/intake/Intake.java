package monitoring.relay.intake;

/** Takes messages and says when they are kept. Safe for use by several threads. */
public interface Intake {

    /** What {@link #append} answers when it took nothing. */
    long NO_ROOM = -1;

    /**
     * Takes a block of messages, all of it or nothing. The block may be used again when
     * this returns.
     * @param block what to take, not empty
     * @param source who sent it
     * @param listener is told when the block is kept; or, if there was no room, when
     * there is room again
     * @return the position of the block's last message, or {@link #NO_ROOM}
     */
    long append(MessageBlock block, Source source, IntakeListener listener);

    /** Tells the listener as soon as everything up to the position is kept. */
    void await(long position, IntakeListener listener);

    /**
     * Whether what it takes is kept within moments, or waits for somebody far away.
     */
    boolean isPrompt();

    /**
     * Is told that a sender repeated messages that are kept already; nothing else is done
     * with them.
     */
    default void repeated(Source source, int count) {
        // only who keeps books cares
    }

}
