package monitoring.storage.policy;

import java.time.Duration;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import static java.util.Objects.requireNonNull;

/**
 * Raises an alarm when the mean of a resource reaches a threshold.
 *
 * @param id of its row in {@code alarm_policies}
 * @param origin whose targets
 * @param resource which resource of them
 * @param scope deployment it is for, empty for all that have no policy of their own
 * @param threshold its limits
 * @param timing over which time, and how often it is told
 * @param damping how a value that hovers at the limit is kept quiet
 * @param comment what people wrote about it
 */
public record AlarmPolicy(String id, Origin origin, Resource resource, String scope, Threshold threshold, Timing timing,
        Damping damping, String comment) {

    public AlarmPolicy {
        requireNonNull(id, "id");
        requireNonNull(origin, "origin");
        requireNonNull(resource, "resource");
        requireNonNull(scope, "scope");
        requireNonNull(threshold, "threshold");
        requireNonNull(timing, "timing");
        requireNonNull(damping, "damping");
        requireNonNull(comment, "comment");
        if (resource.hasValue() && !resource.isMeasuredOf(origin)) {
            throw new IllegalArgumentException(
                    "resource: " + resource + " of " + origin + " (expected: one that is measured of it)");
        }
    }

    /**
     * Whether it is one that PaaS-TA's own programs edit and expect to find: they look
     * for it by origin and resource, and make none.
     */
    public boolean isPaasTas() {
        return this.scope.isEmpty() && switch (this.resource) {
            case CPU, MEMORY, DISK -> true;
            default -> false;
        };
    }

    /**
     * Over which time a value is taken, and how often an open alarm is told again.
     *
     * @param measureTime window of the mean, 30 s .. 1 day
     * @param repeatTime 1 minute or more
     */
    public record Timing(Duration measureTime, Duration repeatTime) {

        public Timing {
            if (measureTime.compareTo(Duration.ofSeconds(30)) < 0 || measureTime.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException(
                        "measureTime: " + measureTime.toSeconds() + " s (expected: 30..86400 s)");
            }
            if (repeatTime.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("repeatTime: " + repeatTime.toMinutes() + " min (expected: >= 1)");
            }
        }

    }

    /**
     * How a value that hovers at the limit is kept quiet.
     *
     * @param recovery percent under the threshold at which it counts as recovered, 0..50
     * @param raiseAfter windows in a row that breach before an alarm is raised
     * @param resolveAfter windows in a row that are well before it is resolved
     */
    public record Damping(double recovery, int raiseAfter, int resolveAfter) {

        /** 5 percent, one window each way. */
        public static final Damping DEFAULT = new Damping(5, 1, 1);

        public Damping {
            if (!(recovery >= 0 && recovery <= 50)) {
                throw new IllegalArgumentException("recovery: " + recovery + " (expected: 0..50 percent)");
            }
            if (raiseAfter < 1 || resolveAfter < 1) {
                throw new IllegalArgumentException(
                        "raiseAfter and resolveAfter: " + raiseAfter + " and " + resolveAfter + " (expected: >= 1)");
            }
        }

    }

}
