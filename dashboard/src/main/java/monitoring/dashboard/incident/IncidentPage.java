package monitoring.dashboard.incident;

import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of an incident shows. */
@Component
class IncidentPage {

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

    void add(Incident incident, Model model) {
        List<Alarm> own = this.alarms.ofIncident(incident.id());
        List<IncidentAction> done = this.incidents.actions(incident.id());
        List<IncidentNote> notes = this.memory.notes(incident.id());
        model.addAttribute("incident", incident);
        model.addAttribute("alarms", own);
        model.addAttribute("actions", done);
        model.addAttribute("timeline", this.timeline.of(incident, own, done));
        model.addAttribute("open", own.stream().filter((alarm) -> alarm.state().isOpen()).count());
        model.addAttribute("snapshot", Snapshot.read(incident.snapshot()));
        model.addAttribute("notes", notes);
        model.addAttribute("note", notes.isEmpty() ? "" : notes.get(0).text());
        model.addAttribute("people", this.assignments.people());
        model.addAttribute("similar", this.similar.of(incident, own));
        model.addAttribute("others",
                this.incidents.open().stream().filter((one) -> !one.id().equals(incident.id())).limit(50).toList());
    }

}
