package monitoring.autoscale;

import static java.util.Objects.requireNonNull;

/**
 * What an AutoScale server is asked for.
 *
 * @param id of the decision behind it, for logs
 * @param appGuid the app; also the GUID of its web process
 * @param appName its name
 * @param usage what was measured
 * @param currentInstances how many it has now, 1 or more
 * @param targetInstances how many are wanted, 1 or more, not as many as now
 */
public record ScaleRequest(String id, String appGuid, String appName, Usage usage, int currentInstances,
        int targetInstances) {

    public ScaleRequest {
        requireNonNull(id, "id");
        requireNonNull(usage, "usage");
        if (appGuid.isBlank() || appName.isBlank()) {
            throw new IllegalArgumentException(
                    "app: guid '" + appGuid + "', name '" + appName + "' (expected: neither is blank)");
        }
        if (currentInstances < 1 || targetInstances < 1 || currentInstances == targetInstances) {
            throw new IllegalArgumentException("instances of " + appName + ": " + currentInstances + " to "
                    + targetInstances + " (expected: both >= 1 and different)");
        }
    }

    /** Whether more instances are wanted. */
    public boolean isOut() {
        return this.targetInstances > this.currentInstances;
    }

    /**
     * What was measured of the app.
     *
     * @param cause which of the two made the decision
     * @param cpu percent of one core
     * @param memory percent of the quota
     * @param threshold percent that the cause was judged by
     */
    public record Usage(Cause cause, double cpu, double memory, double threshold) {

        public Usage {
            requireNonNull(cause, "cause");
        }

    }

    /** What made a decision; the constants are PaaS-TA's words on the wire. */
    public enum Cause {

        CPU, MEM

    }

}
