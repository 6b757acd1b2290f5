package monitoring.dashboard.incident;

import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.web.Pager;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.account.Role;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;
import monitoring.storage.alarm.IncidentScope;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.paging.PageRequest;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of an incident shows. */
@Component
class IncidentPage {

    /** Alarms that are shown at once. */
    private static final int ALARMS = 50;

    /** Entries of the time line that are shown at once. */
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
     * @param part which part of the long lists
     */
    void add(Incident incident, Part part, Model model) {
        List<Alarm> first = addLive(incident, part, model);
        List<IncidentNote> notes = this.memory.notes(incident.id());
        model.addAttribute("snapshot", Snapshot.read(incident.snapshot()));
        model.addAttribute("notes", notes);
        model.addAttribute("note", notes.isEmpty() ? "" : notes.get(0).text());
        model.addAttribute("similar", this.similar.of(first));
        model.addAttribute("first", first.isEmpty() ? null : first.get(0).id());
        model.addAttribute("others", others(incident));
    }

    /**
     * Gives a page what changes while somebody looks at it: how the incident is, who may
     * work on it, its alarms and its time line.
     * @return the alarms up to those that are shown, the one that explains it first
     */
    List<Alarm> addLive(Incident incident, Part part, Model model) {
        IncidentScope scope = this.incidents.scope(incident.id());
        PageRequest page = Pager.request(part.alarms(), ALARMS);
        List<Alarm> first = first(incident, until(page));
        List<IncidentAction> done = this.incidents.actions(incident.id());
        model.addAttribute("incident", incident);
        model.addAttribute("alarms", new IncidentAlarms(Pager.part(first, page), incident.rootAlarmId(),
                this.timeline.around(incident), scope.total() > 1 && mayChange()));
        model.addAttribute("pager", Pager.of(page, scope.total()));
        model.addAttribute("scope", scope);
        model.addAttribute("people", mayChange() ? this.assignments.people() : List.of());
        model.addAttribute("actions", done);
        addTimeline(incident, scope, done, Pager.request(part.entries(), ENTRIES), model);
        return first;
    }

    private static boolean mayChange() {
        @Nullable Viewer viewer = Viewer.current();
        return viewer != null && viewer.may(Role.OPERATOR.name());
    }

    private void addTimeline(Incident incident, IncidentScope scope, List<IncidentAction> done, PageRequest page,
            Model model) {
        List<TimelineEntry> newest = this.timeline.of(incident, scope, done, until(page) + 1);
        List<TimelineEntry> shown = Pager.part(newest, page);
        model.addAttribute("timeline", shown);
        model.addAttribute("entries", page.number());
        model.addAttribute("firstEntry", page.offset() + 1);
        model.addAttribute("lastEntry", page.offset() + shown.size());
        model.addAttribute("older", newest.size() > until(page));
    }

    /** How many come up to the end of a page. */
    private static int until(PageRequest page) {
        return Math.toIntExact(page.offset() + page.size());
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

    /**
     * Which part of the long lists of an incident; 0 for their begin.
     *
     * @param alarms which fifty of its alarms
     * @param entries which hundred of what happened
     */
    record Part(int alarms, int entries) {
    }

}
