package monitoring.dashboard.web;

import java.io.Serial;

import org.springframework.http.HttpStatus;

/** Signals that a program would change what it did not read in its present version. */
final class StaleVersionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private StaleVersionException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static StaleVersionException missing() {
        return new StaleVersionException(HttpStatus.PRECONDITION_REQUIRED,
                "If-Match: nothing (expected: the ETag that was given with what is changed)");
    }

    static StaleVersionException stale() {
        return new StaleVersionException(HttpStatus.PRECONDITION_FAILED,
                "If-Match: another version (expected: the ETag of now; somebody else was faster, read it again)");
    }

    HttpStatus status() {
        return this.status;
    }

}
