package monitoring.storage.policy;

import java.util.Optional;

/**
 * The two limits of a resource, in its unit.
 *
 * @param warning lower limit
 * @param critical upper limit
 */
public record Threshold(double warning, double critical) {

    public Threshold {
        if (!(warning > 0)) {
            throw new IllegalArgumentException("warning: " + warning + " (expected: > 0)");
        }
        if (!(critical > warning)) {
            throw new IllegalArgumentException(
                    "critical: " + critical + " (expected: more than the warning of " + warning + ")");
        }
    }

    /**
     * The severity of a value that breaches when it reaches a limit, as platform alarms
     * do.
     */
    public Optional<Severity> reachedBy(double value) {
        return severity(value >= this.critical, value >= this.warning);
    }

    /**
     * The severity of a value that breaches when it is above a limit, as app alarms do.
     */
    public Optional<Severity> exceededBy(double value) {
        return severity(value > this.critical, value > this.warning);
    }

    private static Optional<Severity> severity(boolean critical, boolean warning) {
        return critical ? Optional.of(Severity.CRITICAL) : warning ? Optional.of(Severity.WARNING) : Optional.empty();
    }

}
