package monitoring.foundation.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The past of a demo.
 *
 * @param enabled whether it is written on the first start; {@code --demo} says so
 * @param days how far back it goes
 * @param pointsPerSecond how fast metrics are written at most, so that the rest of the
 * platform can start beside it
 * @param logLines how many lines the past week wrote
 */
@ConfigurationProperties("foundation.history")
public record HistoryProperties(@DefaultValue("false") boolean enabled, @DefaultValue("7") int days,
        @DefaultValue("50000") int pointsPerSecond, @DefaultValue("4000") int logLines) {

    public HistoryProperties {
        require(days >= 1 && days <= 29, "days", days, "1..29, as InfluxDB keeps 30");
        require(pointsPerSecond >= 1000, "points-per-second", pointsPerSecond, ">= 1000");
        require(logLines >= 0, "log-lines", logLines, ">= 0");
    }

    private static void require(boolean holds, String key, int value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "foundation.history." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
