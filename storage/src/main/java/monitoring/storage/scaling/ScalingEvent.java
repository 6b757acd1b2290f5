package monitoring.storage.scaling;

import java.time.Duration;
import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * What came of asking.
 *
 * @param decision what was asked for
 * @param outcome what the AutoScale server made of it
 * @param status HTTP status, 0 if none came
 * @param detail the server's words
 * @param at when it was known; of what goes on, when it was seen last
 */
public record ScalingEvent(ScalingDecision decision, Outcome outcome, int status, String detail, Instant at) {

    private static final Duration ONCE = Duration.ofMinutes(2);

    public ScalingEvent {
        requireNonNull(decision, "decision");
        requireNonNull(outcome, "outcome");
        requireNonNull(detail, "detail");
        requireNonNull(at, "at");
    }

    /**
     * Whether it was seen for longer than it takes to decide and to ask once: what stands
     * in the way of a decision is one event for as long as it stays.
     */
    public boolean isGoingOn() {
        return this.at.isAfter(this.decision.at().plus(ONCE));
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
