package monitoring.dashboard.incident;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.Versions;
import monitoring.storage.alarm.Incident;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people decide about an incident, for programs: who works on it, what belongs to
 * it.
 */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents")
class DeskApiController {

    private final Assignments assignments;

    private final Regrouping regrouping;

    private final Versions versions;

    DeskApiController(Assignments assignments, Regrouping regrouping, Versions versions) {
        this.assignments = assignments;
        this.regrouping = regrouping;
        this.versions = versions;
    }

    /** Names of those who may be given an incident. */
    @GetMapping("/assignees")
    List<String> assignees() {
        return this.assignments.people();
    }

    /** Who works on an incident. */
    @GetMapping("/{id}/assignee")
    ResponseEntity<Assignee> assignee(@PathVariable String id) {
        return this.versions.answer(read(id));
    }

    /**
     * Gives an incident to somebody, or to nobody. If-Match is the ETag that was read
     * with the one it is taken from.
     */
    @PutMapping("/{id}/assignee")
    ResponseEntity<Assignee> assign(@PathVariable String id, @RequestBody Assignee to,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.answer(this.versions.change(version, () -> read(id), () -> {
            this.assignments.assign(id, (to.assignee() == null) ? "" : to.assignee().strip());
            return read(id);
        }));
    }

    /** Moves all alarms of an incident into another one, which is answered. */
    @PostMapping("/{id}/merge")
    Incident merge(@PathVariable String id, @RequestBody Merge merge) {
        String into = (merge.into() == null) ? "" : merge.into().strip();
        this.regrouping.merge(id, into);
        return this.assignments.requireIncident(into);
    }

    /** Moves some alarms of an incident into a new one, which is answered. */
    @PostMapping("/{id}/split")
    @ResponseStatus(HttpStatus.CREATED)
    Incident split(@PathVariable String id, @RequestBody Split split) {
        List<String> ids = (split.ids() == null) ? List.of() : split.ids();
        return this.assignments.requireIncident(this.regrouping.split(id, ids));
    }

    private Assignee read(String id) {
        return new Assignee(this.assignments.requireIncident(id).assignee());
    }

    /**
     * Who works on an incident.
     *
     * @param assignee the name of an operator or administrator; null or empty for nobody
     */
    record Assignee(@Nullable String assignee) {
    }

    /**
     * Where the alarms of an incident go.
     *
     * @param into id of the other incident
     */
    record Merge(@Nullable String into) {
    }

    /**
     * Which alarms do not belong to an incident.
     *
     * @param ids of alarms; at least one of the incident's, and not all
     */
    record Split(@Nullable List<String> ids) {
    }

}
