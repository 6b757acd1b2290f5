package monitoring.storage.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One run of a job.
 *
 * @param id of the run
 * @param job name of the job
 * @param state how it is or ended, in Spring Batch's words
 * @param startedAt when it began, null if it never did
 * @param endedAt when it was over, null while it runs
 * @param message what went wrong, empty if nothing
 * @param steps its steps, in order; copied
 */
public record JobRun(String id, String job, String state, @Nullable Instant startedAt, @Nullable Instant endedAt,
        String message, List<StepRun> steps) {

    public JobRun {
        requireNonNull(id, "id");
        requireNonNull(job, "job");
        requireNonNull(state, "state");
        requireNonNull(message, "message");
        steps = List.copyOf(steps);
    }

    /** How long it took, null while it runs. */
    public @Nullable Duration length() {
        return (this.startedAt != null && this.endedAt != null) ? Duration.between(this.startedAt, this.endedAt) : null;
    }

    /** The same run with its steps. */
    public JobRun with(List<StepRun> steps) {
        return new JobRun(this.id, this.job, this.state, this.startedAt, this.endedAt, this.message, steps);
    }

    /**
     * One step of a run.
     *
     * @param name of the step
     * @param state how it ended
     * @param length how long it took, null while it runs
     * @param read items it read
     * @param written items it kept
     * @param skipped items it could not handle
     */
    public record StepRun(String name, String state, @Nullable Duration length, long read, long written, long skipped) {

        public StepRun {
            requireNonNull(name, "name");
            requireNonNull(state, "state");
        }

    }

}
