package monitoring.relay.index;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How entries go into the log store.
 *
 * @param bulkEntries a bulk goes out with so many entries; it may have up to 1024 more
 * @param bulkSize or with so many bytes of raw messages
 * @param linger longest time that a message waits for its bulk to fill
 * @param inFlight bulks under way at one time
 * @param minBackOff pause after the first failure; it doubles with each further one
 * @param maxBackOff longest pause; there is no last attempt
 */
@ConfigurationProperties("relay.index")
public record IndexProperties(@DefaultValue("2000") int bulkEntries, @DefaultValue("2MB") DataSize bulkSize,
        @DefaultValue("200ms") Duration linger, @DefaultValue("2") int inFlight,
        @DefaultValue("200ms") Duration minBackOff, @DefaultValue("10s") Duration maxBackOff) {

    public IndexProperties {
        require(bulkEntries >= 1 && bulkEntries <= 50_000, "bulk-entries", bulkEntries, "1..50000");
        require(bulkSize.toKilobytes() >= 1 && bulkSize.toMegabytes() <= 64, "bulk-size", bulkSize, "1KB..64MB");
        require(!linger.isNegative(), "linger", linger, ">= 0s");
        require(inFlight >= 1 && inFlight <= 32, "in-flight", inFlight, "1..32");
        require(minBackOff.toMillis() >= 1, "min-back-off", minBackOff, ">= 1ms");
        require(maxBackOff.compareTo(minBackOff) >= 0, "max-back-off", maxBackOff, ">= relay.index.min-back-off");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.index." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
