package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one hour of a measurement that was rolled up.
 *
 * @param samples how many there were
 * @param checked when they were counted
 * @param checks how often they were counted again and had not become more
 */
record RollupSlice(long samples, Instant checked, int checks) {

    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final int FACTOR = 5;

    /** After these, 5.4 days are over. */
    private static final int MOST_CHECKS = 6;

    /** An hour that stays empty so long is one. */
    private static final int SURE = 3;

    /**
     * Whether samples are to be counted again: after 2 minutes, 10 more, 50 more and so
     * on, as what comes late mostly comes soon.
     */
    boolean isDue(Instant now) {
        Duration wait = FIRST;
        for (int check = 0; check < this.checks; check++) {
            wait = wait.multipliedBy(FACTOR);
        }
        return this.checks < MOST_CHECKS && !now.isBefore(this.checked.plus(wait));
    }

    /**
     * Whether charts are drawn from it. It may have been rolled up while its samples were
     * still coming, such as those of the past or of a spool, so they must have stayed the
     * same once; of an empty hour samples may be on the way for longer.
     */
    boolean isUsable() {
        return this.checks >= ((this.samples > 0) ? 1 : SURE);
    }

    /** It, with nothing new. */
    RollupSlice checkedAgain(Instant now) {
        return new RollupSlice(this.samples, now, this.checks + 1);
    }

}
