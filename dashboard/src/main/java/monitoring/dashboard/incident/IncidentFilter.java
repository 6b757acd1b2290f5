package monitoring.dashboard.incident;

import java.time.Instant;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a list shows; null or empty for any.
 *
 * @param state {@code open}, {@code resolved} or {@code all}; open where nothing is said
 * @param severity as bad as this, or worse
 * @param assignee whom they are assigned to: a name, {@code me} or {@code nobody}
 * @param q part of the title, or of the name or address of a target of its alarms, or the
 * number of the incident
 */
public record IncidentFilter(@Nullable String state, @Nullable Severity severity, @Nullable String assignee,
        @Nullable String q) {

    public IncidentFilter {
        state = (state == null || state.isBlank()) ? "open" : state;
        assignee = (assignee == null) ? "" : assignee.strip();
        q = (q == null) ? "" : q.strip();
    }

    IncidentQuery query(TimeChoice.Query time, Instant now, PageRequest page) {
        return new IncidentQuery(states(), this.severity, who(), TimeChoice.narrowing(time, now),
                String.valueOf(this.q), Set.of(), page);
    }

    private Set<Incident.State> states() {
        return switch (String.valueOf(this.state)) {
            case "open" -> Set.of(Incident.State.OPEN);
            case "resolved" -> Set.of(Incident.State.RESOLVED);
            case "all" -> Set.of();
            default -> throw new InvalidInputException("state", this.state, "open, resolved or all");
        };
    }

    private @Nullable String who() {
        return switch (String.valueOf(this.assignee)) {
            case "" -> null;
            case "me" -> {
                @Nullable Viewer viewer = Viewer.current();
                yield (viewer == null) ? "" : viewer.name();
            }
            case "nobody" -> "";
            default -> this.assignee;
        };
    }

}
