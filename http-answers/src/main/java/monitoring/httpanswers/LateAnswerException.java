package monitoring.httpanswers;

import java.io.Serial;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Signals that an answer did not end in time; whoever was asked may have done it. */
public final class LateAnswerException extends HttpTimeoutException {

    @Serial
    private static final long serialVersionUID = 1L;

    LateAnswerException(Duration within) {
        super("no whole answer within " + within);
    }

}
