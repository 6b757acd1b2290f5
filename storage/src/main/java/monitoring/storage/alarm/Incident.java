package monitoring.storage.alarm;

import java.time.Instant;

import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * The alarms that belong together, with what people did about them.
 *
 * @param id empty while it is not kept
 * @param title as it is kept: a form of no language, see {@link IncidentTitle}, such as
 * {@code router/0 MEMORY (+2)}, or what a person called it
 * @param severity the worst of its alarms so far
 * @param state open or resolved
 * @param openedAt when its first alarm was raised
 * @param resolvedAt when its last alarm was over, null while it is open
 * @param rootAlarmId the alarm that explains the others, null while it is not kept
 * @param assignee who works on it, null if nobody does
 * @param groupKey what its alarms have in common, such as {@code cell:10.0.1.17}
 * @param snapshot what was seen when it was raised, as JSON; empty if nothing
 */
public record Incident(String id, String title, Severity severity, State state, Instant openedAt,
        @Nullable Instant resolvedAt, @Nullable String rootAlarmId, @Nullable String assignee, String groupKey,
        String snapshot) {

    public Incident {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(severity, "severity");
        requireNonNull(state, "state");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(groupKey, "groupKey");
        requireNonNull(snapshot, "snapshot");
    }

    /** The same incident, as bad as this. */
    public Incident withSeverity(Severity severity) {
        return new Incident(this.id, this.title, severity, this.state, this.openedAt, this.resolvedAt, this.rootAlarmId,
                this.assignee, this.groupKey, this.snapshot);
    }

    /** Whether something is left to do. */
    public enum State {

        OPEN, RESOLVED

    }

}
