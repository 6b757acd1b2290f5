package monitoring.relay.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the books are shown.
 *
 * @param interval how often what changed in them is written to the log store
 * @param maxPeers most peers with metrics of their own; all others are one, named
 * {@code other}
 */
@ConfigurationProperties("relay.audit")
public record AuditProperties(@DefaultValue("10s") Duration interval, @DefaultValue("500") int maxPeers) {

    public AuditProperties {
        require(interval.toMillis() >= 100, "interval", interval, ">= 100ms");
        require(maxPeers >= 0 && maxPeers <= 100_000, "max-peers", maxPeers, "0..100000");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.audit." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
