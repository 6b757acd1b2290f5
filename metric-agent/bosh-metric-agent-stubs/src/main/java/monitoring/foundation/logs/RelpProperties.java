package monitoring.foundation.logs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The syslog forwarders of the foundation's VMs.
 *
 * @param enabled whether they send
 * @param host of the relay
 * @param port of the relay, RELP without TLS
 * @param linesPerSecond how much all VMs write together in the busiest hour
 * @param window frames on the way without an answer
 */
@ConfigurationProperties("foundation.relp")
public record RelpProperties(@DefaultValue("true") boolean enabled, @DefaultValue("127.0.0.1") String host,
        @DefaultValue("2514") int port, @DefaultValue("20") int linesPerSecond, @DefaultValue("256") int window) {

    public RelpProperties {
        require(port >= 1 && port <= 65_535, "port", port, "1..65535");
        require(linesPerSecond >= 1 && linesPerSecond <= 100_000, "lines-per-second", linesPerSecond, "1..100000");
        require(window >= 1 && window <= 100_000, "window", window, "1..100000");
    }

    private static void require(boolean holds, String key, int value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "foundation.relp." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
