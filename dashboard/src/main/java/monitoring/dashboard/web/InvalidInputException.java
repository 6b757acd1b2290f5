package monitoring.dashboard.web;

import java.io.Serial;

/** Signals that a request says something that cannot be done; answered with 400. */
public final class InvalidInputException extends RuntimeException {

    /** Says no more than that something is wrong. */
    private static final String WRONG = "web.problem.wrong";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;

    private final String value;

    private final String key;

    public InvalidInputException(String name, Object value, String expected) {
        this(name, value, expected, WRONG);
    }

    /** With the key of what to say to people. */
    public InvalidInputException(String name, Object value, String expected, String key) {
        super(name + ": " + value + " (expected: " + expected + ")");
        this.name = name;
        this.value = value.toString();
        this.key = key;
    }

    public InvalidInputException(String message) {
        super(message);
        this.name = "";
        this.value = "";
        this.key = WRONG;
    }

    /** The field or parameter that is wrong; empty where it is no single one. */
    public String name() {
        return this.name;
    }

    /** What it was, or what is wrong about it. */
    public String value() {
        return this.value;
    }

    /** The key of what to say to people. */
    public String key() {
        return this.key;
    }

}
