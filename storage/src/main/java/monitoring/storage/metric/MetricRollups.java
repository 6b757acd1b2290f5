package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;

/**
 * Condenses samples to buckets of five minutes and of an hour, which are kept for longer
 * and are what {@link MetricStore#series} answers long stretches of time from. What is
 * condensed already is known from the store itself, so that any instance can go on at any
 * time, and doing a part twice changes nothing.
 */
public interface MetricRollups {

    /**
     * Makes room for rollups beside the samples, or changes for how long they are kept.
     * @param fiveMinutes how long buckets of five minutes are kept
     * @param hours how long buckets of an hour are kept
     * @throws MetricStoreException if the server refuses or does not answer
     */
    void prepare(Duration fiveMinutes, Duration hours);

    /**
     * Condenses what is missing, the newest hour first, and what samples came late for.
     * @param now the present; an hour is condensed when it is over
     * @param pace how far it goes
     * @return what was done
     * @throws MetricStoreException if the server refuses or does not answer
     */
    Progress advance(Instant now, Pace pace);

    /** How far it goes; parts are hours of one measurement. */
    @FunctionalInterface
    interface Pace {

        /** Whether to begin another part. */
        boolean goesOn();

        /**
         * Whether to leave the part that is going, asked before each statement. It does
         * not count as done.
         */
        default boolean isCutShort() {
            return false;
        }

    }

    /**
     * What was done.
     *
     * @param hours hours of one measurement that were condensed
     * @param late how many of them again, as samples had come late
     * @param points points that were written
     * @param finished whether nothing was left to do
     */
    record Progress(int hours, int late, long points, boolean finished) {
    }

}
