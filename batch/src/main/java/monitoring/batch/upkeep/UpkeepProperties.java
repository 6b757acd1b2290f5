package monitoring.batch.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param keepRuns runs of jobs in Spring Batch's tables
 * @param keepAlarms alarms that are over, with their incidents and notifications; 0 for
 * ever
 * @param keepScaling scaling events; 0 for ever
 * @param deadAfter a run that moved nothing for so long died with its instance
 */
@ConfigurationProperties("batch.upkeep")
public record UpkeepProperties(@DefaultValue("1d") Duration keepRuns, @DefaultValue("365d") Duration keepAlarms,
        @DefaultValue("365d") Duration keepScaling, @DefaultValue("1h") Duration deadAfter) {

    public UpkeepProperties {
        if (keepRuns.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep.keep-runs: " + keepRuns + " (expected: >= 1m)");
        }
        atLeastADay("keep-alarms", keepAlarms);
        atLeastADay("keep-scaling", keepScaling);
        if (deadAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep.dead-after: " + deadAfter + " (expected: >= 1m)");
        }
    }

    /** Flapping is told by what ended within the last hours. */
    private static void atLeastADay(String key, Duration value) {
        if (!value.isZero() && value.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep." + key + ": " + value + " (expected: 0s or >= 1d)");
        }
    }

}
