package monitoring.storage.metric;

import java.io.Serial;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Signals that the metric store did not take or give samples. */
public final class MetricStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private final boolean ofSamples;

    private MetricStoreException(String message, boolean retryable, @Nullable Throwable cause) {
        this(message, retryable, false, cause);
    }

    private MetricStoreException(String message, boolean retryable, boolean ofSamples, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.ofSamples = ofSamples;
    }

    /** The server answered, but not with success. */
    public static MetricStoreException rejected(URI uri, int status, String body) {
        String message = "%s answered %d: %s (expected: 2xx)".formatted(uri, status, body.strip());
        return new MetricStoreException(message, status == 429 || status >= 500, status == 400 || status == 413, null);
    }

    /** The server did not answer. */
    public static MetricStoreException unreachable(URI uri, Throwable cause) {
        return new MetricStoreException(
                uri + " did not answer (expected: InfluxDB; is it up, and monitoring.influx.url right?)", true, cause);
    }

    /** The server answered, with an error of its own for one statement. */
    public static MetricStoreException refused(URI uri, String reason, boolean retryable) {
        return new MetricStoreException("%s answered: %s (expected: success)".formatted(uri, reason.strip()), retryable,
                null);
    }

    /**
     * The server kept some samples and will never keep the others as they are, such as
     * those of another type than the field has, or older than the retention.
     */
    public static MetricStoreException partial(URI uri, String reason) {
        return new MetricStoreException("%s kept only a part: %s (expected: all)".formatted(uri, reason.strip()), false,
                true, null);
    }

    /**
     * Whether a write failed for what its samples are, so that they will never be taken;
     * otherwise they are, once a database was made or a login was put right.
     */
    public boolean isOfSamples() {
        return this.ofSamples;
    }

    /** Whether the same call can succeed later, unchanged. */
    public boolean isRetryable() {
        return this.retryable;
    }

}
