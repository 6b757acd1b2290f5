package monitoring.foundation.cloudcontroller;

import java.io.Serial;

/** Signals that a request is understood and makes no sense. */
final class UnprocessableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnprocessableException(String message) {
        super(message);
    }

}
