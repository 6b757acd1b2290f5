package monitoring.batch.evaluate;

import java.time.Duration;

import monitoring.storage.alarm.Flapping;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody counts as silent, and when nobody can be seen.
 *
 * @param deadAfter a target that sent nothing for so long is silent
 * @param knownFor a target that sent something within this time is expected to go on
 * @param blindShare share of the targets of a zone or cell that must be silent together
 * for it to count as not seen instead of dead, 0.5 to 1
 * @param inventoryMaxAge the director's and cloud controller's word counts for so long
 * @param flapLimit alarms of one target and resource within the flap window from which on
 * it flaps
 * @param flapWindow see flapLimit
 * @param flapFactor a flapping alarm needs so many times as many windows in a row to
 * resolve
 */
@ConfigurationProperties("batch.evaluate")
public record EvaluateProperties(@DefaultValue("90s") Duration deadAfter, @DefaultValue("1h") Duration knownFor,
        @DefaultValue("0.9") double blindShare, @DefaultValue("10m") Duration inventoryMaxAge,
        @DefaultValue("3") int flapLimit, @DefaultValue("1h") Duration flapWindow, @DefaultValue("5") int flapFactor) {

    public EvaluateProperties {
        atLeast("dead-after", deadAfter, Duration.ofSeconds(1));
        atLeast("known-for", knownFor, deadAfter);
        atLeast("inventory-max-age", inventoryMaxAge, Duration.ofSeconds(1));
        atLeast("flap-window", flapWindow, Duration.ofMinutes(1));
        if (!(blindShare >= 0.5 && blindShare <= 1)) {
            throw new IllegalArgumentException(
                    "batch.evaluate.blind-share: " + blindShare + " (expected: 0.5..1, a share of the targets)");
        }
        if (flapLimit < 2 || flapFactor < 1) {
            throw new IllegalArgumentException("batch.evaluate.flap-limit and flap-factor: " + flapLimit + " and "
                    + flapFactor + " (expected: >= 2 and >= 1)");
        }
    }

    Flapping flapping() {
        return new Flapping(this.flapLimit, this.flapWindow, this.flapFactor);
    }

    private static void atLeast(String key, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "batch.evaluate." + key + ": " + value + " (expected: at least " + least + ")");
        }
    }

}
