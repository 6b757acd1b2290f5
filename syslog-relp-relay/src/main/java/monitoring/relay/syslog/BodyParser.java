package monitoring.relay.syslog;

/** Understands one kind of message. */
interface BodyParser {

    /** Its name in the entries it understood. */
    String name();

    /**
     * Reads the message, if it is of this kind; else it changes nothing.
     * @return whether it is
     */
    boolean read(String message, Draft draft);

}
