package monitoring.foundation.agents;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The agents of the foundation's VMs.
 *
 * @param enabled whether they measure
 * @param interval how often
 * @param threads how many of them write at once
 */
@ConfigurationProperties("foundation.agents")
public record AgentProperties(@DefaultValue("true") boolean enabled, @DefaultValue("30s") Duration interval,
        @DefaultValue("2") int threads) {

    public AgentProperties {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("foundation.agents.interval: " + interval + " (expected: >= 1s)");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("foundation.agents.threads: " + threads + " (expected: 1..64)");
        }
    }

}
