package monitoring.metricagent;

import java.time.Duration;

/**
 * When readings are due: at whole intervals from the first on. Those that a slow one ran
 * over are left out instead of following at once: they would measure next to no time, and
 * of readings of the same second only the last is kept. Times are those of
 * {@code System.nanoTime}.
 */
final class Timing {

    private final long first;

    private final long interval;

    /**
     * Plans readings.
     * @param first when the first is due, in nanoseconds
     * @param interval between readings
     */
    Timing(long first, Duration interval) {
        this.first = first;
        this.interval = interval.toNanos();
    }

    /**
     * When the next reading is due, in nanoseconds: never less than half an interval
     * after the last one began.
     * @param began when the last one began
     * @param now not before that
     */
    long next(long began, long now) {
        long earliest = Math.max(began + this.interval / 2, now) - this.first;
        return this.first - Math.floorDiv(-earliest, this.interval) * this.interval;
    }

}
