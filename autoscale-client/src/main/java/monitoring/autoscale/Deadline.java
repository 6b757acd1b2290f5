package monitoring.autoscale;

import java.time.Duration;

/**
 * Until when a whole request is over, however many calls it takes, so that a server that
 * falls silent holds up nobody longer than one answer may take. By the clock of the JVM,
 * which nobody sets.
 *
 * @param length of all of it
 * @param end in {@link System#nanoTime()}
 */
record Deadline(Duration length, long end) {

    static Deadline in(Duration length) {
        return new Deadline(length, System.nanoTime() + length.toNanos());
    }

    /** How long it is until then; negative afterwards. */
    Duration left() {
        return Duration.ofNanos(this.end - System.nanoTime());
    }

    boolean isOver() {
        return left().toNanos() <= 0;
    }

    /** The shorter of a time and what is left, at least a millisecond. */
    Duration atMost(Duration longest) {
        Duration left = left();
        Duration shorter = (left.compareTo(longest) < 0) ? left : longest;
        return (shorter.toMillis() > 0) ? shorter : Duration.ofMillis(1);
    }

}
