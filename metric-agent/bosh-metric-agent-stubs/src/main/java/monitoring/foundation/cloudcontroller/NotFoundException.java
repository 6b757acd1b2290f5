package monitoring.foundation.cloudcontroller;

import java.io.Serial;

/** Signals that there is no such resource. */
final class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }

}
