package monitoring.storage.alarm;

import java.util.List;

/**
 * What was learned from incidents. Takes part in the caller's transaction.
 */
public interface IncidentMemory {

    /** Every version of the note on an incident, newest first. */
    List<IncidentNote> notes(String incidentId);

    /** Keeps a new version; earlier ones stay. */
    void append(IncidentNote note);

    /**
     * Incidents with an alarm like one of another incident: first those of the same
     * target and resource, then of the same target, then of the same resource in the same
     * deployment; within that newest first.
     * @param alarm the one to compare with; its own incident is left out
     * @param limit how many at most
     */
    List<SimilarIncident> similar(Alarm alarm, int limit);

}
