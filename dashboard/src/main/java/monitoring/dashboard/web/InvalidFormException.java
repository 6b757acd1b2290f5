package monitoring.dashboard.web;

import java.io.Serial;
import java.util.Map;

/** Signals that fields of what a program sent are wrong; answered with 422. */
public final class InvalidFormException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> problems;

    /** With the key of what to say, by field. */
    public InvalidFormException(Map<String, String> problems) {
        super("fields: " + problems.keySet() + " (expected: what errors says of each)");
        this.problems = Map.copyOf(problems);
    }

    Map<String, String> problems() {
        return this.problems;
    }

}
