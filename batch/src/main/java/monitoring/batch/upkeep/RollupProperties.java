package monitoring.batch.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rollups of metrics for charts over long stretches of time.
 *
 * @param enabled whether new ones are made; those that there are stay in use until they
 * are too old
 * @param interval how often is looked for what is to be rolled up
 * @param share how much of the interval goes into it at most, as a part of one; InfluxDB
 * is left alone for the rest, so that a long past does not slow down who asks it
 * meanwhile
 * @param keepFiveMinutes buckets of five minutes; 0 for ever
 * @param keepHours buckets of an hour; 0 for ever
 */
@ConfigurationProperties("batch.upkeep.rollup")
public record RollupProperties(@DefaultValue("true") boolean enabled, @DefaultValue("2m") Duration interval,
        @DefaultValue("0.5") double share, @DefaultValue("90d") Duration keepFiveMinutes,
        @DefaultValue("730d") Duration keepHours) {

    public RollupProperties {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("batch.upkeep.rollup.interval: " + interval + " (expected: >= 1s)");
        }
        if (!(share > 0 && share <= 0.8)) {
            throw new IllegalArgumentException("batch.upkeep.rollup.share: " + share + " (expected: > 0 and <= 0.8)");
        }
        atLeast("keep-five-minutes", keepFiveMinutes, 7);
        atLeast("keep-hours", keepHours, 30);
    }

    /** InfluxDB forgets whole shards, which are so long. */
    private static void atLeast(String key, Duration value, int days) {
        if (!value.isZero() && value.compareTo(Duration.ofDays(days)) < 0) {
            throw new IllegalArgumentException(
                    "batch.upkeep.rollup." + key + ": " + value + " (expected: 0s or >= " + days + "d)");
        }
    }

}
