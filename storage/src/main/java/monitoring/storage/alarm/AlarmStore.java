package monitoring.storage.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.Total;

/**
 * Keeps alarms and what happened to them. Takes part in the caller's transaction. The
 * times of an alarm are kept in whole seconds, as PaaS-TA's columns are.
 */
public interface AlarmStore {

    /** All alarms that are not RESOLVED. */
    List<Alarm> open();

    Optional<Alarm> find(String id);

    /**
     * Finds an alarm and keeps everybody else from changing it until the caller's
     * transaction ends.
     */
    Optional<Alarm> lock(String id);

    PageOf<Alarm> search(AlarmQuery query);

    /** How many alarms there are on all pages of a search. */
    Total count(AlarmQuery query);

    /** All alarms of an incident, oldest first. */
    List<Alarm> ofIncident(String incidentId);

    /** The alarms that were resolved at a moment or after it, oldest first. */
    List<Alarm> resolvedSince(Instant since);

    /** The alarms of a target that were raised within a stretch of time, newest first. */
    List<Alarm> ofTarget(String targetId, TimeRange raised);

    /**
     * The alarms of some targets that were raised within a stretch of time, newest first.
     * @param targetIds whose; at most 10,000
     */
    List<Alarm> ofTargets(Set<String> targetIds, TimeRange raised);

    /**
     * Keeps an alarm.
     * @param alarm with an empty id for a new one
     * @return the alarm as it is kept
     * @throws AlarmConflictException if another one is open for the same target and
     * resource
     */
    Alarm save(Alarm alarm);

    /** Forgets a PENDING alarm that came to nothing. */
    void delete(String id);

    void append(AlarmEvent event);

    /** What happened to an alarm, oldest first. */
    List<AlarmEvent> events(String alarmId);

}
