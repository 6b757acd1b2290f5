package monitoring.storage.paging;

/** Signals that what is said to be a place in a list is none of that list. */
public final class InvalidCursorException extends IllegalArgumentException {

    /**
     * Says what it is instead.
     * @param value what was given
     * @param expected what a place of that list would be
     */
    public InvalidCursorException(String value, String expected) {
        super("cursor: " + value.substring(0, Math.min(value.length(), 100)) + " (expected: " + expected
                + ", as a page of the same list gave it)");
    }

}
