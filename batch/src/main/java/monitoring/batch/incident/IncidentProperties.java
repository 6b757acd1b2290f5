package monitoring.batch.incident;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When alarms belong together.
 *
 * @param manyTargets the same resource of so many VMs or apps is one incident
 * @param together when they were raised within this time
 */
@ConfigurationProperties("batch.incident")
public record IncidentProperties(@DefaultValue("3") int manyTargets, @DefaultValue("10m") Duration together) {

    public IncidentProperties {
        if (manyTargets < 2) {
            throw new IllegalArgumentException("batch.incident.many-targets: " + manyTargets + " (expected: >= 2)");
        }
        if (together.isNegative()) {
            throw new IllegalArgumentException("batch.incident.together: " + together + " (expected: >= 0s)");
        }
    }

}
