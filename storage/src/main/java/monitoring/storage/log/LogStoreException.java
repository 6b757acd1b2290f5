package monitoring.storage.log;

import java.io.Serial;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Signals that the log store did not take or give events. */
public final class LogStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private LogStoreException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** The server answered, but not with success. */
    public static LogStoreException rejected(URI uri, int status, String reason) {
        return new LogStoreException("%s answered %d: %s (expected: 2xx)".formatted(uri, status, reason.strip()),
                status == 429 || status >= 500, null);
    }

    /** The server did not answer. */
    public static LogStoreException unreachable(URI uri, Throwable cause) {
        return new LogStoreException(
                uri + " did not answer (expected: Elasticsearch; is it up, and monitoring.elasticsearch.url right?)",
                true, cause);
    }

    /** Whether the same call can succeed later, unchanged. */
    public boolean isRetryable() {
        return this.retryable;
    }

}
