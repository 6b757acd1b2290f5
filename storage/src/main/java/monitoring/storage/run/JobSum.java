package monitoring.storage.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What a job did over a time.
 *
 * @param job its name
 * @param runs how often it ran
 * @param failed how often it failed
 * @param last when it last began, null if never
 * @param mean how long a run took, null if none ended
 * @param longest how long the longest took, null if none ended
 */
public record JobSum(String job, long runs, long failed, @Nullable Instant last, @Nullable Duration mean,
        @Nullable Duration longest) {

    public JobSum {
        requireNonNull(job, "job");
    }

}
