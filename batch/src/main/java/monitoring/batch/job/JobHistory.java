package monitoring.batch.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the runs of each job went here, for metrics, health and one log line a change. The
 * runs themselves are in the job repository.
 */
final class JobHistory {

    private static final Logger logger = LoggerFactory.getLogger(JobHistory.class);

    private final Map<String, String> failures = new ConcurrentHashMap<>();

    private final Map<String, Instant> completed = new ConcurrentHashMap<>();

    private final MeterRegistry meters;

    private final Clock clock;

    JobHistory(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void completed(String job) {
        idle(job);
        if (this.completed.put(job, this.clock.instant()) == null) {
            TimeGauge.builder("batch.job.age", () -> secondsSince(job), java.util.concurrent.TimeUnit.SECONDS)
                .description("time since the job was last completed by this instance")
                .tag("job", job)
                .register(this.meters);
        }
        this.meters.counter("batch.job.runs", "job", job, "result", "completed").increment();
    }

    /** There was nothing to do. */
    void idle(String job) {
        if (this.failures.remove(job) != null) {
            logger.info("Job {} works again", job);
        }
    }

    void failed(String job, Throwable failure) {
        this.meters.counter("batch.job.runs", "job", job, "result", "failed").increment();
        String words = words(failure);
        if (!words.equals(this.failures.put(job, words))) {
            logger.error("Job {} failed; it is tried again at its next run: {}", job, words);
            logger.debug("Job {} failed", job, failure);
        }
    }

    void skipped(String job, long runs) {
        this.meters.counter("batch.job.skipped", "job", job).increment(runs);
    }

    /** What failed last of each job that does not work now. */
    Map<String, String> failures() {
        return Map.copyOf(this.failures);
    }

    @Nullable Instant lastCompleted(String job) {
        return this.completed.get(job);
    }

    private long secondsSince(String job) {
        Instant last = this.completed.get(job);
        return (last == null) ? -1 : this.clock.instant().getEpochSecond() - last.getEpochSecond();
    }

    private static String words(Throwable failure) {
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (words.indexOf(message) < 0) {
                words.append("; ").append(message);
            }
        }
        return words.toString();
    }

}
