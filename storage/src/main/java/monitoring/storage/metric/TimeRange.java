package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of time, bounded at both ends.
 *
 * @param from first moment that belongs to it
 * @param to first moment that does not belong to it any more
 */
public record TimeRange(Instant from, Instant to) {

    public TimeRange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("time range: " + from + " to " + to + " (expected: from before to)");
        }
    }

    /** The stretch of a length that ends at a moment. */
    public static TimeRange before(Instant to, Duration length) {
        return new TimeRange(to.minus(length), to);
    }

    public Duration length() {
        return Duration.between(this.from, this.to);
    }

    public boolean contains(Instant time) {
        return !time.isBefore(this.from) && time.isBefore(this.to);
    }

}
