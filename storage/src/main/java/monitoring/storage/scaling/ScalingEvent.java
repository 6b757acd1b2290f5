package monitoring.storage.scaling;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * What came of asking.
 *
 * @param decision what was asked for
 * @param outcome what the AutoScale server made of it
 * @param status HTTP status, 0 if none came
 * @param detail the server's words
 * @param at when it was known
 */
public record ScalingEvent(ScalingDecision decision, Outcome outcome, int status, String detail, Instant at) {

    public ScalingEvent {
        requireNonNull(decision, "decision");
        requireNonNull(outcome, "outcome");
        requireNonNull(detail, "detail");
        requireNonNull(at, "at");
    }

    /** What an AutoScale server can make of a decision. */
    public enum Outcome {

        /** Kept before it was asked; still there when the asking died. */
        ASKED, SCALED, NOOP, IGNORED, REJECTED, FAILED, UNKNOWN, DRY_RUN;

        /** Whether it was asked for and, as far as anybody knows, not done. */
        public boolean isRefusal() {
            return this == REJECTED || this == FAILED || this == UNKNOWN;
        }

    }

}
