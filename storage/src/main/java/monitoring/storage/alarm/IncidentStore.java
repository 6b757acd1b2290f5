package monitoring.storage.alarm;

import java.util.List;
import java.util.Optional;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.jspecify.annotations.Nullable;

/**
 * Keeps incidents and what people did about them. Takes part in the caller's transaction.
 */
public interface IncidentStore {

    List<Incident> open();

    Optional<Incident> find(String id);

    /** Newest first; only the open ones, or all. */
    default PageOf<Incident> list(boolean openOnly, PageRequest page) {
        return search(IncidentQuery.of(openOnly, page));
    }

    /** Those that a query asks for, newest first. */
    PageOf<Incident> search(IncidentQuery query);

    /**
     * Keeps an incident. The assignee counts for a new one only: later it is people who
     * decide, see {@link #assign}.
     * @param incident with an empty id for a new one
     * @return the incident as it is kept
     */
    Incident save(Incident incident);

    /** Gives an incident to somebody, to nobody if null, and leaves all else alone. */
    void assign(String id, @Nullable String assignee);

    /**
     * Keeps what regrouping alarms changes of an incident, and leaves all else alone:
     * severity, state, when it was opened and resolved, and its root.
     */
    void regroup(Incident incident);

    /** What the alarms of an incident are about, without reading each of them. */
    IncidentScope scope(String incidentId);

    /** The first alarms of an incident: open ones first, then oldest first. */
    List<Alarm> alarms(String incidentId, int limit);

    /** What last happened to the alarms of an incident, newest first. */
    List<IncidentEvent> events(String incidentId, int limit);

    /** What was done about the alarms of an incident, oldest first. */
    List<IncidentAction> actions(String incidentId);

    /** What was done about an alarm, oldest first. */
    List<IncidentAction> actionsOfAlarm(String alarmId);

    /**
     * Keeps an action.
     * @param action with an empty id for a new one
     * @return the action as it is kept
     */
    IncidentAction save(IncidentAction action);

    void deleteAction(String id);

}
