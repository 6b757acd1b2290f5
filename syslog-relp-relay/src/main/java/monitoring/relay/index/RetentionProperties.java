package monitoring.relay.index;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long entries are kept; they are forgotten by whole days.
 *
 * @param maxAge older days are deleted; 0 keeps them for ever (such as where ILM does it)
 * @param maxSize when all days take more on disk, the oldest are deleted; 0 for no limit.
 * The newest day always stays
 * @param interval how often it is looked at
 */
@ConfigurationProperties("relay.retention")
public record RetentionProperties(@DefaultValue("30d") Duration maxAge, @DefaultValue("0B") DataSize maxSize,
        @DefaultValue("10m") Duration interval) {

    public RetentionProperties {
        require(maxAge.isZero() || maxAge.toDays() >= 1, "max-age", maxAge, "0s, or >= 1d");
        require(!maxSize.isNegative(), "max-size", maxSize, ">= 0B");
        require(interval.toSeconds() >= 1, "interval", interval, ">= 1s");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "relay.retention." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
