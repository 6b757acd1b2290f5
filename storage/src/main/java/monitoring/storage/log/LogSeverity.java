package monitoring.storage.log;

/** Severity of a log event, in the order and with the numbers of syslog. */
public enum LogSeverity {

    EMERGENCY, ALERT, CRITICAL, ERROR, WARNING, NOTICE, INFO, DEBUG;

    /**
     * The severity with syslog's number.
     * @throws IllegalArgumentException if there is none
     */
    public static LogSeverity of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("severity: " + number + " (expected: 0..7)");
        }
        return values()[number];
    }

    /** Whether it is as bad as another one, or worse. */
    public boolean isAtLeast(LogSeverity other) {
        return ordinal() <= other.ordinal();
    }

}
