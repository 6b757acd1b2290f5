package monitoring.dashboard.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.metric.TimeRange;

/**
 * How a policy is tried: over which time, how finely, and in which pieces it is read, so
 * that 10,000 VMs fit into memory.
 *
 * @param range over which time; what was asked for, or the last part of it
 * @param step time between two values
 * @param shortened whether it is less than what was asked for
 * @param pieces parts of the range, each read by one statement; copied
 */
public record Plan(TimeRange range, Duration step, boolean shortened, List<TimeRange> pieces) {

    /** Time between two judgements of the batch, as it comes. */
    static final Duration PACE = Duration.ofMinutes(1);

    /** Values that are judged in all: 10,000 VMs over two days, 69 over 30. */
    static final long MOST = 3_000_000;

    /** Values that are in memory at once. */
    static final long AT_ONCE = 150_000;

    private static final List<Duration> STEPS = List.of(PACE, Duration.ofMinutes(2), Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    public Plan {
        pieces = List.copyOf(pieces);
    }

    static Plan of(Instant now, int days, Duration window, int targets) {
        Instant end = Instant.ofEpochSecond(now.getEpochSecond() / 600 * 600);
        int all = Math.max(1, targets);
        Duration asked = Duration.ofDays(days);
        Duration step = STEPS.get(0).compareTo(window) > 0 ? window : STEPS.get(0);
        for (Duration one : STEPS) {
            if (one.compareTo(window) <= 0 && asked.dividedBy(step) * all > MOST) {
                step = one;
            }
        }
        long buckets = Math.min(asked.dividedBy(step), Math.max(1, MOST / all));
        TimeRange range = TimeRange.before(end, step.multipliedBy(buckets));
        return new Plan(range, step, range.length().compareTo(asked) < 0, pieces(range, step, all));
    }

    private static List<TimeRange> pieces(TimeRange range, Duration step, int targets) {
        Duration length = step.multipliedBy(Math.max(1, Math.min(10_000, AT_ONCE / targets)));
        List<TimeRange> pieces = new ArrayList<>();
        for (Instant from = range.from(); from.isBefore(range.to()); from = from.plus(length)) {
            Instant to = from.plus(length);
            pieces.add(new TimeRange(from, to.isAfter(range.to()) ? range.to() : to));
        }
        return pieces;
    }

}
