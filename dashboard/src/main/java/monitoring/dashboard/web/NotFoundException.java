package monitoring.dashboard.web;

import java.io.Serial;

/** Signals that something is not there, or not any more; answered with 404. */
public final class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;

    public NotFoundException(String kind, String id) {
        super(kind + ": " + id + " (expected: one that is there)");
        this.what = kind + " " + id;
    }

    /** Its kind and id. */
    String what() {
        return this.what;
    }

}
