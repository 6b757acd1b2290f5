package monitoring.storage.alarm;

import java.time.Duration;

/**
 * From when on an alarm that comes and goes counts as flapping.
 *
 * @param limit alarms of one target and resource within the window, 2 or more
 * @param window in which they count, a minute or more
 * @param factor a flapping alarm needs so many times as many good windows in a row to
 * resolve, 1 or more
 */
public record Flapping(int limit, Duration window, int factor) {

    /** Three within the hour; five times as many good windows. */
    public static final Flapping DEFAULT = new Flapping(3, Duration.ofHours(1), 5);

    public Flapping {
        if (limit < 2 || factor < 1) {
            throw new IllegalArgumentException(
                    "limit and factor of flapping: " + limit + " and " + factor + " (expected: >= 2 and >= 1)");
        }
        if (window.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("window of flapping: " + window + " (expected: at least PT1M)");
        }
    }

}
