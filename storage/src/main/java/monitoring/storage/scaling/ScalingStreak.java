package monitoring.storage.scaling;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * How often in a row an AutoScale server did not do what an app's policy asks for.
 *
 * @param times how often
 * @param since when it was decided first
 */
public record ScalingStreak(int times, Instant since) {

    public ScalingStreak {
        requireNonNull(since, "since");
        if (times < 0) {
            throw new IllegalArgumentException("times: " + times + " (expected: >= 0)");
        }
    }

}
