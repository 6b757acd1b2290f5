package monitoring.batch.job;

import java.time.Clock;
import java.util.List;

/**
 * What runs when.
 *
 * @param jobs each with its interval
 * @param clock by which they run
 */
record Schedule(List<ScheduledJob> jobs, Clock clock) {
}
