package monitoring.dashboard.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How states are derived.
 *
 * @param silentAfter how long a target may be silent before it counts as failed
 * @param refresh how old a picture of the foundation may be
 */
@ConfigurationProperties("dashboard.inventory")
record InventoryProperties(@DefaultValue("150s") Duration silentAfter, @DefaultValue("5s") Duration refresh) {

    InventoryProperties {
        if (silentAfter.compareTo(Duration.ofSeconds(30)) < 0) {
            throw new IllegalArgumentException(
                    "dashboard.inventory.silent-after: " + silentAfter + " (expected: >= 30s)");
        }
        if (refresh.isNegative()) {
            throw new IllegalArgumentException("dashboard.inventory.refresh: " + refresh + " (expected: >= 0s)");
        }
    }

}
