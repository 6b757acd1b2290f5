package monitoring.batch.scale;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scaling is kept calm.
 *
 * @param enabled whether the AutoScale server is asked at all
 * @param dryRun decide and keep the decision, but do not ask
 * @param coolDown nothing more is asked for an app for so long after it was scaled out;
 * at least its policy's measure time
 * @param coolDownIn the same after it was scaled in
 * @param repeatRefusals who is told that the server does not do it is told again each
 * time so long, while that goes on; 0 for once
 */
@ConfigurationProperties("batch.scale")
public record ScaleProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean dryRun,
        @DefaultValue("3m") Duration coolDown, @DefaultValue("10m") Duration coolDownIn,
        @DefaultValue("1h") Duration repeatRefusals) {

    public ScaleProperties {
        if (coolDown.isNegative() || coolDownIn.isNegative()) {
            throw new IllegalArgumentException("batch.scale.cool-down and cool-down-in: " + coolDown + " and "
                    + coolDownIn + " (expected: >= 0s)");
        }
        if (repeatRefusals.isNegative()) {
            throw new IllegalArgumentException("batch.scale.repeat-refusals: " + repeatRefusals + " (expected: >= 0s)");
        }
    }

}
