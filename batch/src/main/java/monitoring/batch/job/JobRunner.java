package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs each job on its own schedule and its own thread, so that a slow one never delays
 * another. A run that is still going is not started twice, here or on another instance;
 * runs that were missed are counted, not made up for.
 */
final class JobRunner implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(JobRunner.class);

    /** How often within an interval a lease is asked for that another instance has. */
    private static final int ASKED_AN_INTERVAL = 20;

    /** Runs end sooner by themselves, unless a server keeps one waiting. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final JobOperator operator;

    private final Leases leases;

    private final JobHistory history;

    private final StoppableJobs stoppable;

    private final Clock clock;

    private final Map<String, ScheduledJob> jobs = new LinkedHashMap<>();

    private final Map<String, ThreadPoolTaskScheduler> threads = new LinkedHashMap<>();

    private volatile boolean running;

    JobRunner(JobOperator operator, Leases leases, JobHistory history, StoppableJobs stoppable, Schedule schedule) {
        this.operator = operator;
        this.leases = leases;
        this.history = history;
        this.stoppable = stoppable;
        this.clock = schedule.clock();
        schedule.jobs().forEach((job) -> this.jobs.put(job.name(), job));
    }

    @Override
    public void start() {
        this.running = true;
        this.jobs.values().forEach((job) -> {
            ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
            thread.setThreadNamePrefix("job-" + job.name() + "-");
            // no interrupt: a database file of H2 does not survive one
            thread.setWaitForTasksToCompleteOnShutdown(true);
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            thread.initialize();
            this.threads.put(job.name(), thread);
            thread.schedule(() -> run(job, ASKED_AN_INTERVAL - 1), new Every(job));
        });
    }

    @Override
    public void stop() {
        this.running = false;
        this.stoppable.stop();
        this.threads.values().forEach(ThreadPoolTaskScheduler::shutdown);
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        this.threads.forEach((name, thread) -> awaitEnd(name, thread, end - System.nanoTime()));
        this.threads.clear();
    }

    private static void awaitEnd(String job, ThreadPoolTaskScheduler thread, long nanos) {
        try {
            if (!thread.getScheduledExecutor().awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
                logger.warn("Job {} still runs after {}; what it leaves is done by the next run", job, LONGEST_STOP);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    /**
     * Runs a job if it is due and nobody else runs it; else asks again a few times until
     * it is scheduled next, for whoever has the lease may have died.
     */
    private void run(ScheduledJob job, int askAgain) {
        try {
            if (job.isDue().getAsBoolean()) {
                if (!this.leases.runAlone(job.name(), job.interval(), () -> runNow(job)) && askAgain > 0) {
                    askAgain(job, askAgain - 1);
                }
            }
            else {
                this.history.idle(job.name());
            }
        }
        catch (RuntimeException ex) {
            this.history.failed(job.name(), ex);
        }
    }

    private void askAgain(ScheduledJob job, int left) {
        ThreadPoolTaskScheduler thread = this.threads.get(job.name());
        if (thread != null && this.running) {
            thread.schedule(() -> run(job, left),
                    this.clock.instant().plus(job.interval().dividedBy(ASKED_AN_INTERVAL)));
        }
    }

    private void runNow(ScheduledJob job) {
        JobParameters parameters = new JobParametersBuilder()
            .addString("run", this.clock.instant() + "/" + ProcessHandle.current().pid())
            .toJobParameters();
        try {
            JobExecution execution = this.operator.start(job.job(), parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                this.history.completed(job.name());
            }
            else if (execution.getStatus() == BatchStatus.STOPPED) {
                logger.info("Job {} ended early, as the program stops; the next run goes on", job.name());
            }
            else {
                this.history.failed(job.name(), cause(execution));
            }
        }
        catch (JobExecutionException ex) {
            this.history.failed(job.name(), ex);
        }
        wake(job.wakes());
    }

    private void wake(String name) {
        ScheduledJob job = this.jobs.get(name);
        ThreadPoolTaskScheduler thread = this.threads.get(name);
        if (job != null && thread != null && this.running) {
            thread.execute(() -> run(job, 0));
        }
    }

    private static Throwable cause(JobExecution execution) {
        return execution.getAllFailureExceptions()
            .stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException(execution.getExitStatus().getExitCode()));
    }

    /**
     * Fires at fixed times; a run that takes longer than the interval skips the next
     * ones.
     */
    private final class Every implements Trigger {

        private final ScheduledJob job;

        private Every(ScheduledJob job) {
            this.job = job;
        }

        @Override
        public Instant nextExecution(TriggerContext context) {
            Instant last = context.lastScheduledExecution();
            Instant now = JobRunner.this.clock.instant();
            Duration interval = this.job.interval();
            if (last == null) {
                return now;
            }
            Instant next = last.plus(interval);
            if (next.isAfter(now.plus(interval))) {
                return now.plus(interval); // the clock was set back
            }
            if (next.isBefore(now)) {
                long missed = Duration.between(next, now).dividedBy(interval);
                if (missed > 0) {
                    JobRunner.this.history.skipped(this.job.name(), missed);
                    logger.warn("Job {} skipped {} run(s): the last one took longer than its interval of {}",
                            this.job.name(), missed, interval);
                }
                return next.plus(interval.multipliedBy(missed));
            }
            return next;
        }

    }

}
