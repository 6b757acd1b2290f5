package monitoring.dashboard.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.alarm.AlarmActions;
import monitoring.dashboard.alarm.TakenAlarms;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;

import org.springframework.stereotype.Component;

/** What people do to all alarms of incidents: take them, and say that they are over. */
@Component
class IncidentActions {

    /** Incidents at once. */
    private static final int MOST = 1000;

    private final Assignments assignments;

    private final AlarmStore alarms;

    private final AlarmActions actions;

    IncidentActions(Assignments assignments, AlarmStore alarms, AlarmActions actions) {
        this.assignments = assignments;
        this.alarms = alarms;
        this.actions = actions;
    }

    /**
     * Says that somebody works on the raised alarms of incidents; nothing is done where
     * there is no such incident.
     */
    TakenAlarms acknowledge(List<String> ids, String note) {
        List<String> all = alarmsOf(ids);
        return TakenAlarms.of(all, this.actions.acknowledge(all, note));
    }

    /** Says that the open alarms of an incident are over. */
    TakenAlarms resolve(String id, String note) {
        List<String> all = alarmsOf(List.of(id));
        return TakenAlarms.of(all, this.actions.resolve(all, note));
    }

    private List<String> alarmsOf(List<String> ids) {
        Set<String> distinct = new LinkedHashSet<>(ids);
        if (distinct.size() > MOST) {
            throw new InvalidInputException("ids", distinct.size() + " incidents", "at most " + MOST);
        }
        distinct.forEach(this.assignments::requireIncident);
        return distinct.stream().flatMap((id) -> this.alarms.ofIncident(id).stream()).map(Alarm::id).toList();
    }

}
