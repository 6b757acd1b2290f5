package monitoring.dashboard.incident;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Sight;
import monitoring.dashboard.web.Versions;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people did about an alarm, for programs. A change says which version it read. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/alarms/{alarmId}/actions")
class ActionApiController {

    private final ActionEdits edits;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Sight sight;

    private final Versions versions;

    ActionApiController(ActionEdits edits, AlarmStore alarms, IncidentStore incidents, Sight sight, Versions versions) {
        this.edits = edits;
        this.alarms = alarms;
        this.incidents = incidents;
        this.sight = sight;
        this.versions = versions;
    }

    /** What people did about an alarm, oldest first. */
    @GetMapping
    List<IncidentAction> list(@PathVariable String alarmId) {
        requireAlarm(alarmId);
        return this.incidents.actionsOfAlarm(alarmId);
    }

    /** One of them, with its version. */
    @GetMapping("/{id}")
    ResponseEntity<IncidentAction> one(@PathVariable String alarmId, @PathVariable String id) {
        requireAlarm(alarmId);
        return this.versions.answer(this.edits.find(alarmId, id));
    }

    /** Writes down what was done. */
    @PostMapping
    ResponseEntity<IncidentAction> create(@PathVariable String alarmId, @RequestBody ActionForm form) {
        requireAlarm(alarmId);
        return this.versions.created(this.edits.create(alarmId, form.text()));
    }

    /** Writes it anew. */
    @PutMapping("/{id}")
    ResponseEntity<IncidentAction> edit(@PathVariable String alarmId, @PathVariable String id,
            @RequestBody ActionForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.answer(this.versions.change(version, () -> this.edits.find(alarmId, id),
                () -> this.edits.edit(this.edits.find(alarmId, id), form.text())));
    }

    /** Takes it back; what it said stays in the audit. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String alarmId, @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> this.edits.find(alarmId, id), () -> {
            this.edits.delete(this.edits.find(alarmId, id));
            return true;
        });
    }

    private void requireAlarm(String id) {
        this.sight.require(this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id)));
    }

    /**
     * What was done.
     *
     * @param description in words
     */
    record ActionForm(@Nullable String description) {

        String text() {
            return (this.description == null) ? "" : this.description;
        }

    }

}
