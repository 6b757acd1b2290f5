package monitoring.dashboard.incident;

import java.util.ArrayList;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;
import monitoring.storage.alarm.IncidentScope;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of an incident shows. */
@Component
class IncidentPage {

    /** Alarms that are shown at first. */
    private static final int ALARMS = 50;

    /** Entries of the time line that are shown at first. */
    private static final int ENTRIES = 100;

    private static final int OTHERS = 50;

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private final IncidentMemory memory;

    private final SimilarIncidents similar;

    private final Timeline timeline;

    private final Assignments assignments;

    IncidentPage(IncidentStore incidents, AlarmStore alarms, IncidentMemory memory, SimilarIncidents similar,
            Timeline timeline, Assignments assignments) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.memory = memory;
        this.similar = similar;
        this.timeline = timeline;
        this.assignments = assignments;
    }

    /**
     * Gives a page what it shows.
     * @param all whether all alarms and everything that happened, and not only the first
     * of them
     */
    void add(Incident incident, boolean all, Model model) {
        int most = all ? Integer.MAX_VALUE : ALARMS;
        IncidentScope scope = this.incidents.scope(incident.id());
        List<Alarm> first = first(incident, most);
        List<IncidentAction> done = this.incidents.actions(incident.id());
        List<IncidentNote> notes = this.memory.notes(incident.id());
        List<TimelineEntry> timeline = this.timeline.of(incident, scope, done, all ? Integer.MAX_VALUE : ENTRIES + 1);
        model.addAttribute("incident", incident);
        model.addAttribute("alarms", first);
        model.addAttribute("scope", scope);
        model.addAttribute("actions", done);
        model.addAttribute("timeline", all ? timeline : timeline.subList(0, Math.min(ENTRIES, timeline.size())));
        model.addAttribute("older", !all && timeline.size() > ENTRIES);
        model.addAttribute("snapshot", Snapshot.read(incident.snapshot()));
        model.addAttribute("notes", notes);
        model.addAttribute("note", notes.isEmpty() ? "" : notes.get(0).text());
        model.addAttribute("people", this.assignments.people());
        model.addAttribute("similar", this.similar.of(first));
        model.addAttribute("others", others(incident));
    }

    /** The alarm that explains an incident. */
    List<Alarm> first(Incident incident) {
        return first(incident, 1);
    }

    /** The alarm that explains the others stands above them, also when it is over. */
    private List<Alarm> first(Incident incident, int most) {
        List<Alarm> first = this.incidents.alarms(incident.id(), most);
        if (incident.rootAlarmId() == null) {
            return first;
        }
        List<Alarm> sorted = new ArrayList<>(first);
        this.alarms.find(incident.rootAlarmId())
            .filter((root) -> incident.id().equals(root.incidentId()))
            .ifPresent((root) -> {
                sorted.removeIf((alarm) -> alarm.id().equals(root.id()));
                sorted.add(0, root);
            });
        return sorted;
    }

    /** Where its alarms may go. */
    private List<Incident> others(Incident incident) {
        return this.incidents.list(true, PageRequest.first(OTHERS + 1).uncounted())
            .items()
            .stream()
            .filter((one) -> !one.id().equals(incident.id()))
            .limit(OTHERS)
            .toList();
    }

}
