package monitoring.batch.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Makes jobs whose runs end early when the program stops: after the step, the chunk or
 * the part at which they are. What they have not come to is done by the next run, here or
 * on another instance.
 */
final class StoppableJobs {

    private final JobRepository repository;

    private final Set<JobExecution> going = ConcurrentHashMap.newKeySet();

    private volatile boolean stopped;

    StoppableJobs(JobRepository repository) {
        this.repository = repository;
    }

    JobBuilder named(String name) {
        return new JobBuilder(name, this.repository).listener(new Going());
    }

    /**
     * A step of a job.
     * @param name its name
     * @param parts what it does one after another, each in transactions of its own
     */
    Step step(String name, Runnable... parts) {
        return new StepBuilder(name, this.repository).tasklet((contribution, context) -> {
            Stream.of(parts).takeWhile((part) -> goOn()).forEach(Runnable::run);
            return RepeatStatus.FINISHED;
        }, new ResourcelessTransactionManager()).build();
    }

    /** Whether a step that does many things may begin the next one. */
    boolean goOn() {
        return !this.stopped;
    }

    /** Lets no run begin anything more; there is no way back. */
    void stop() {
        this.stopped = true;
        this.going.forEach(StoppableJobs::end);
    }

    private static void end(JobExecution execution) {
        execution.setStatus(BatchStatus.STOPPING);
        execution.getStepExecutions()
            .stream()
            .filter((step) -> step.getStatus().isRunning())
            .forEach(StepExecution::setTerminateOnly);
    }

    /** Knows which runs are going. */
    private final class Going implements JobExecutionListener {

        @Override
        public void beforeJob(JobExecution execution) {
            StoppableJobs.this.going.add(execution);
            if (StoppableJobs.this.stopped) {
                end(execution);
            }
        }

        @Override
        public void afterJob(JobExecution execution) {
            StoppableJobs.this.going.remove(execution);
            if (execution.getStatus() == BatchStatus.STOPPING) {
                // it came to its end all the same
                execution.setStatus(BatchStatus.STOPPED);
            }
        }

    }

}
