package monitoring.storage.alarm;

import java.time.Duration;
import java.util.Optional;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * What is judged how: a platform policy, one resource of an app's policy, or the built-in
 * rule for what has no value.
 *
 * @param origin whose targets
 * @param resource which resource of them
 * @param threshold its limits, null where there is no value to compare
 * @param window over which the mean is taken
 * @param repeat how often an open alarm is told again
 * @param damping how a value that hovers at the limit is kept quiet
 */
public record Rule(Origin origin, Resource resource, @Nullable Threshold threshold, Duration window, Duration repeat,
        Damping damping) {

    public static Rule of(AlarmPolicy policy) {
        return new Rule(policy.origin(), policy.resource(), policy.threshold(), policy.timing().measureTime(),
                policy.timing().repeatTime(), policy.damping());
    }

    /**
     * The severity of a value, if it breaches: platform alarms when it reaches a limit,
     * app alarms when it is above.
     */
    public Optional<Severity> breachOf(double value) {
        if (this.threshold == null) {
            return Optional.empty();
        }
        return (this.origin == Origin.APP) ? this.threshold.exceededBy(value) : this.threshold.reachedBy(value);
    }

    /** Whether a value is far enough under the limit of a severity to count as over. */
    public boolean isWell(double value, Severity severity) {
        double recovered = limit(severity) * (1 - this.damping.recovery() / 100);
        return (this.origin == Origin.APP) ? value <= recovered : value < recovered;
    }

    /** The limit at which a severity begins; 0 where there is none. */
    public double limit(Severity severity) {
        if (this.threshold == null) {
            return 0;
        }
        return (severity == Severity.WARNING) ? this.threshold.warning() : this.threshold.critical();
    }

}
