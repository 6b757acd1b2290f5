package monitoring.dashboard.incident;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.SimilarIncident;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened around an incident and what was like it, for programs. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents/{id}")
class StoryApiController {

    private final Assignments assignments;

    private final IncidentStore incidents;

    private final IncidentPage page;

    private final Timeline timeline;

    private final SimilarIncidents similar;

    StoryApiController(Assignments assignments, IncidentStore incidents, IncidentPage page, Timeline timeline,
            SimilarIncidents similar) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.page = page;
        this.timeline = timeline;
        this.similar = similar;
    }

    /**
     * Everything that happened, newest first: steps of its alarms, who was told, what was
     * scaled or deployed from two hours before it on, and what people did. Words are in
     * the account's language.
     */
    @GetMapping("/timeline")
    List<TimelineEntry> timeline(@PathVariable String id) {
        Incident incident = this.assignments.requireIncident(id);
        return this.timeline.of(incident, this.incidents.scope(id), this.incidents.actions(id));
    }

    /** At most 8 incidents of the past that were like it, the likest first. */
    @GetMapping("/similar")
    List<SimilarIncident> similar(@PathVariable String id) {
        return this.similar.of(this.page.first(this.assignments.requireIncident(id)));
    }

}
