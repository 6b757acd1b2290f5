package monitoring.batch.job;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.springframework.batch.core.job.Job;

/**
 * A job with its schedule.
 *
 * @param job itself
 * @param interval how often it runs
 * @param isDue whether there is anything to do; a run for nothing leaves no trace
 * @param wakes name of the job to run at once after this one, empty for none
 */
record ScheduledJob(Job job, Duration interval, BooleanSupplier isDue, String wakes) {

    static ScheduledJob of(Job job, Duration interval) {
        return new ScheduledJob(job, interval, () -> true, "");
    }

    ScheduledJob wakes(String name) {
        return new ScheduledJob(this.job, this.interval, this.isDue, name);
    }

    ScheduledJob when(BooleanSupplier due) {
        return new ScheduledJob(this.job, this.interval, due, this.wakes);
    }

    String name() {
        return this.job.getName();
    }

}
