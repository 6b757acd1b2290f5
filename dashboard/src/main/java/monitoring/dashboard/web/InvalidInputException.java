package monitoring.dashboard.web;

import java.io.Serial;

/** Signals that a request says something that cannot be done; answered with 400. */
public final class InvalidInputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String name, Object value, String expected) {
        super(name + ": " + value + " (expected: " + expected + ")");
    }

    public InvalidInputException(String message) {
        super(message);
    }

}
