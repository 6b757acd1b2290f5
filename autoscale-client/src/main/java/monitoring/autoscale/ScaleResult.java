package monitoring.autoscale;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What came of asking.
 *
 * @param outcome what the server made of it
 * @param instances how many the app has now, null where the server did not say
 * @param coolDownUntil until when the server ignores more requests, null where it did not
 * say
 * @param status HTTP status, 0 if none came
 * @param detail the server's words, at most 1000 characters
 */
public record ScaleResult(Outcome outcome, @Nullable Integer instances, @Nullable Instant coolDownUntil, int status,
        String detail) {

    private static final int LONGEST = 1000;

    public ScaleResult {
        requireNonNull(outcome, "outcome");
        detail = (detail.length() > LONGEST) ? detail.substring(0, LONGEST) : detail;
    }

    static ScaleResult of(Outcome outcome, int status, String detail) {
        return new ScaleResult(outcome, null, null, status, detail);
    }

    /** What an AutoScale server can make of a request. */
    public enum Outcome {

        /** It took it. */
        SCALED,
        /** The app has as many already, or may not have more or fewer. */
        NOOP,
        /** It took it and does nothing for now, such as within its cool-down. */
        IGNORED,
        /** It refuses it, and will refuse it again: no such app, not allowed. */
        REJECTED,
        /** It could not do it; another decision may be asked for later. */
        FAILED,
        /**
         * Nobody knows whether it did it: read the count of instances before asking
         * again.
         */
        UNKNOWN

    }

}
