package monitoring.foundation.layout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large the foundation is. The same keys make the same foundation.
 *
 * @param seed what chance starts from
 * @param zones availability zones
 * @param vms VMs, cells among them
 * @param containers app instances before anything is scaled
 */
@ConfigurationProperties("foundation.layout")
public record LayoutProperties(@DefaultValue("20261121") long seed, @DefaultValue("3") int zones,
        @DefaultValue("40") int vms, @DefaultValue("200") int containers) {

    public LayoutProperties {
        require(zones >= 1 && zones <= 9, "zones", zones, "1..9");
        require(vms >= 6 && vms <= 20_000, "vms", vms, "6..20000");
        require(containers >= 1 && containers <= 200_000, "containers", containers, "1..200000");
    }

    private static void require(boolean holds, String key, int value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "foundation.layout." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
