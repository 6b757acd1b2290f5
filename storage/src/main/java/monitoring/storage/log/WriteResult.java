package monitoring.storage.log;

import static java.util.Objects.requireNonNull;

/**
 * What became of one event that was to be kept.
 *
 * @param id of the event
 * @param outcome whether it is kept
 * @param reason the server's words where it is not, else empty
 */
public record WriteResult(String id, Outcome outcome, String reason) {

    public WriteResult {
        requireNonNull(id, "id");
        requireNonNull(outcome, "outcome");
        requireNonNull(reason, "reason");
    }

    /** The three ways a write ends. */
    public enum Outcome {

        /** It can be found from now on, or after the next refresh. */
        KEPT,
        /** The same event can be kept later (429, 503, read-only). */
        RETRYABLE,
        /** It will never be taken as it is (400). */
        REFUSED

    }

}
