package monitoring.batch.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param keepRuns runs of jobs in Spring Batch's tables
 * @param deadAfter a run that moved nothing for so long died with its instance
 */
@ConfigurationProperties("batch.upkeep")
public record UpkeepProperties(@DefaultValue("1d") Duration keepRuns, @DefaultValue("1h") Duration deadAfter) {

    public UpkeepProperties {
        if (keepRuns.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep.keep-runs: " + keepRuns + " (expected: >= 1m)");
        }
        if (deadAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep.dead-after: " + deadAfter + " (expected: >= 1m)");
        }
    }

}
