package monitoring.foundation.story;

import java.time.Duration;
import java.time.Instant;

/**
 * Something out of the ordinary that begins and ends.
 *
 * @param kind what it is
 * @param subject number of the VM, the cell or the app
 * @param start when it begins
 */
public record Episode(Kind kind, int subject, Instant start) {

    public Instant end() {
        return this.start.plus(this.kind.length);
    }

    public boolean holdsAt(Instant time) {
        return !time.isBefore(this.start) && time.isBefore(end());
    }

    /** Minutes from its start to a moment. */
    public double minutes(Instant time) {
        return Duration.between(this.start, time).toMillis() / 60_000.0;
    }

    /** What can happen. */
    public enum Kind {

        /** The CPU of a VM climbs through warning and critical and falls again. */
        CPU_CLIMB(Duration.ofMinutes(24)),
        /**
         * A cell is silent; its containers are moved and stay where they are until the
         * end.
         */
        CELL_DEATH(Duration.ofMinutes(40)),
        /** The loaded app is asked for more than its instances can do. */
        SURGE(Duration.ofMinutes(34)),
        /** The data disk of a VM fills until somebody cleans it. */
        DISK_FILL(Duration.ofHours(10));

        private final Duration length;

        Kind(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return this.length;
        }

    }

}
