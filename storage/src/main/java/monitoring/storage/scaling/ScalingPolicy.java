package monitoring.storage.scaling;

import java.time.Duration;

import static java.util.Objects.requireNonNull;

/**
 * An AutoScale target that was registered in the Portal or the dashboard; a row of
 * {@code app_auto_scaling_policies}.
 *
 * @param appGuid the app
 * @param instances how many it may have
 * @param cpu percent of one core, min for in, max for out
 * @param memory percent of the quota, min for in, max for out
 * @param measureTime window of the mean
 * @param switches what it may do
 */
public record ScalingPolicy(String appGuid, Instances instances, Band cpu, Band memory, Duration measureTime,
        Switches switches) {

    public ScalingPolicy {
        requireNonNull(appGuid, "appGuid");
        requireNonNull(instances, "instances");
        requireNonNull(cpu, "cpu");
        requireNonNull(memory, "memory");
        requireNonNull(switches, "switches");
        if (measureTime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("measureTime: " + measureTime + " (expected: > 0 s)");
        }
    }

    /**
     * How many instances an app may have.
     *
     * @param min at least
     * @param max at most
     * @param unit how many more or fewer at once
     */
    public record Instances(int min, int max, int unit) {

        public Instances {
            if (min < 1 || max < min || unit < 1) {
                throw new IllegalArgumentException("instances: min " + min + ", max " + max + ", unit " + unit
                        + " (expected: 1 <= min <= max, unit >= 1)");
            }
        }

    }

    /**
     * Between which values nothing is done.
     *
     * @param min percent, below it fewer are needed
     * @param max percent, above it more are needed
     */
    public record Band(double min, double max) {

        public Band {
            if (!(min >= 1 && max <= 99 && min < max)) {
                throw new IllegalArgumentException("band: " + min + ".." + max + " (expected: 1 <= min < max <= 99)");
            }
        }

    }

    /**
     * What a policy may do.
     *
     * @param out add instances
     * @param in take instances away
     * @param cpu judge by CPU
     * @param memory judge by memory
     */
    public record Switches(boolean out, boolean in, boolean cpu, boolean memory) {
    }

}
