package monitoring.httpanswers;

import java.io.IOException;
import java.io.Serial;

/** Signals that an answer was longer than it may be; the rest of it was not read. */
public final class LongAnswerException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    LongAnswerException(int largest) {
        super("an answer of more than " + largest + " bytes (expected: at most so many)");
    }

}
