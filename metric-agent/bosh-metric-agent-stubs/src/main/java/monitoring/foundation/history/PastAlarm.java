package monitoring.foundation.history;

import java.time.Instant;
import java.util.List;

import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

/**
 * An alarm that is over, with all that happened to it.
 *
 * @param target of what
 * @param resource of which resource
 * @param threshold the limit that it breached at last
 * @param steps what happened, oldest first; the first raises it, the last ends it
 * @param action what somebody wrote about it, empty if nobody did
 */
record PastAlarm(AlarmTarget target, Resource resource, double threshold, List<Step> steps, String action) {

    PastAlarm {
        steps = List.copyOf(steps);
    }

    Instant raisedAt() {
        return this.steps.get(0).at();
    }

    Instant resolvedAt() {
        return last().at();
    }

    Step last() {
        return this.steps.get(this.steps.size() - 1);
    }

    Severity worst() {
        return this.steps.stream().map(Step::severity).max(Severity::compareTo).orElseThrow();
    }

    /** The worst value that was read. */
    double worstValue() {
        return this.steps.stream().mapToDouble(Step::value).max().orElse(0);
    }

    /**
     * One thing that happened.
     *
     * @param type what
     * @param severity how bad it was then
     * @param value the reading then
     * @param user who did it
     * @param at when
     */
    record Step(AlarmEvent.Type type, Severity severity, double value, String user, Instant at) {
    }

}
