package monitoring.storage.alarm;

import java.time.Instant;
import java.util.Optional;

import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of one resource of one target. What was not seen is no observation.
 *
 * @param verdict whether it breaches
 * @param severity of a breach, else null
 * @param value in the resource's unit
 * @param at end of the window
 * @param detail in words, may be empty
 */
public record Observation(Verdict verdict, @Nullable Severity severity, double value, Instant at, String detail) {

    /** What a value means. */
    public enum Verdict {

        /** At or above the limit. */
        BREACH,
        /** Under the limit, but not yet far enough to be sure. */
        BETWEEN,
        /** Under the limit by more than the policy's recovery. */
        WELL

    }

    /** Judges a value. */
    public static Observation of(Rule rule, double value, Instant at) {
        Optional<Severity> severity = rule.breachOf(value);
        if (severity.isPresent()) {
            return new Observation(Verdict.BREACH, severity.get(), value, at, "");
        }
        Verdict verdict = rule.isWell(value, Severity.WARNING) ? Verdict.WELL : Verdict.BETWEEN;
        return new Observation(verdict, null, value, at, "");
    }

    /** Something is wrong that has no value. */
    public static Observation wrong(Severity severity, Instant at, String detail) {
        return new Observation(Verdict.BREACH, severity, 0, at, detail);
    }

    /** Nothing is wrong. */
    public static Observation well(Instant at) {
        return new Observation(Verdict.WELL, null, 0, at, "");
    }

    public Alarm.Reading reading(Rule rule, Severity judgedAs) {
        return new Alarm.Reading(this.value, rule.limit(judgedAs), this.at);
    }

}
