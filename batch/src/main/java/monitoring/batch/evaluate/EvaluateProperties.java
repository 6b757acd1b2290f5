package monitoring.batch.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

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
 * @param inventoryMaxAge the director's and cloud controller's word counts for so long,
 * for scaling as well
 * @param flapLimit alarms of one target and resource within the flap window from which on
 * it flaps
 * @param flapWindow see flapLimit
 * @param flapFactor a flapping alarm needs so many times as many windows in a row to
 * resolve
 * @param mustRun processes that must run, as {@code job:process}; {@code *} stands for
 * every job. One that an agent does not tell of counts as missing
 * @param logsDeadAfter when no log arrived for so long, though some did before, logs
 * cannot be seen; 0 where there are no logs
 */
@ConfigurationProperties("batch.evaluate")
public record EvaluateProperties(@DefaultValue("90s") Duration deadAfter, @DefaultValue("1h") Duration knownFor,
        @DefaultValue("0.9") double blindShare, @DefaultValue("10m") Duration inventoryMaxAge,
        @DefaultValue("3") int flapLimit, @DefaultValue("1h") Duration flapWindow, @DefaultValue("5") int flapFactor,
        @DefaultValue List<String> mustRun, @DefaultValue("10m") Duration logsDeadAfter) {

    private static final Pattern MUST_RUN = Pattern.compile("[^:\\s]+:[^:]*[^:\\s]");

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
        mustRun = List.copyOf(mustRun);
        for (String entry : mustRun) {
            if (!MUST_RUN.matcher(entry).matches()) {
                throw new IllegalArgumentException(
                        "batch.evaluate.must-run: " + entry + " (expected: job:process, such as router:gorouter)");
            }
        }
        if (logsDeadAfter.isNegative() || logsDeadAfter.compareTo(knownFor) > 0) {
            throw new IllegalArgumentException("batch.evaluate.logs-dead-after: " + logsDeadAfter
                    + " (expected: 0s, or up to known-for of " + knownFor + ")");
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
