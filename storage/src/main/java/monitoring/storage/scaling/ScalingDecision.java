package monitoring.storage.scaling;

import java.time.Instant;

import monitoring.storage.metric.Resource;

import static java.util.Objects.requireNonNull;

/**
 * What a policy asks for now.
 *
 * @param id unique, kept before the server is asked
 * @param appGuid the app
 * @param appName its name
 * @param action out or in
 * @param cause CPU or MEMORY
 * @param value what was measured, percent
 * @param threshold what it was judged by, percent
 * @param from instances now
 * @param to instances wanted
 * @param at when it was decided
 */
public record ScalingDecision(String id, String appGuid, String appName, Action action, Resource cause, double value,
        double threshold, int from, int to, Instant at) {

    public ScalingDecision {
        requireNonNull(id, "id");
        requireNonNull(appGuid, "appGuid");
        requireNonNull(appName, "appName");
        requireNonNull(action, "action");
        requireNonNull(at, "at");
        if (cause != Resource.CPU && cause != Resource.MEMORY) {
            throw new IllegalArgumentException("cause: " + cause + " (expected: CPU or MEMORY)");
        }
        if (from < 1 || to < 1 || from == to) {
            throw new IllegalArgumentException(
                    "instances: from " + from + " to " + to + " (expected: both >= 1 and different)");
        }
    }

    /** More or fewer. */
    public enum Action {

        OUT, IN

    }

}
