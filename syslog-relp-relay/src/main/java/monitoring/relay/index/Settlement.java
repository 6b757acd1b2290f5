package monitoring.relay.index;

/**
 * What became of the messages of a block; the others became an entry of their own.
 *
 * @param joined messages that became part of the entry before them
 * @param deadLettered messages that the log store refused and that are kept beside the
 * logs
 */
public record Settlement(int joined, int deadLettered) {

    /** Nothing but entries. */
    public static final Settlement PLAIN = new Settlement(0, 0);

}
