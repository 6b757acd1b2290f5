package monitoring.dashboard.incident;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.alarm.AlarmActions;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents and what people do about them, for programs. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents")
class IncidentApiController {

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private final NotificationStore notifications;

    private final AlarmActions actions;

    private final StoreWatch stores;

    IncidentApiController(IncidentStore incidents, AlarmStore alarms, NotificationStore notifications,
            AlarmActions actions, StoreWatch stores) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.notifications = notifications;
        this.actions = actions;
        this.stores = stores;
    }

    /**
     * Newest first: open ones, or all.
     * @param state open or all
     */
    @GetMapping
    ApiPage<Incident> list(@RequestParam(defaultValue = "open") String state, ApiPage.Part page) {
        boolean open = openOnly(state);
        PageRequest request = page.request();
        return ApiPage.of(this.stores.require(Store.RELATIONS, () -> this.incidents.list(open, request)), request);
    }

    static boolean openOnly(String state) {
        if (!"open".equals(state) && !"all".equals(state)) {
            throw new InvalidInputException("state", state, "open or all");
        }
        return "open".equals(state);
    }

    /** An incident with its alarms, what people did, and who was told. */
    @GetMapping("/{id}")
    IncidentView detail(@PathVariable String id) {
        Incident incident = find(id);
        return new IncidentView(incident, this.alarms.ofIncident(id), this.incidents.actions(id),
                this.notifications.ofIncident(id));
    }

    /** Says that somebody works on the raised alarms of an incident. */
    @PostMapping("/{id}/acknowledge")
    Changed acknowledge(@PathVariable String id, @RequestBody(required = false) @Nullable Note note) {
        return new Changed(this.actions.acknowledge(alarmsOf(id), Note.text(note)));
    }

    /** Says that the open alarms of an incident are over. */
    @PostMapping("/{id}/resolve")
    Changed resolve(@PathVariable String id, @RequestBody(required = false) @Nullable Note note) {
        return new Changed(this.actions.resolve(alarmsOf(id), Note.text(note)));
    }

    private List<String> alarmsOf(String id) {
        find(id);
        return this.alarms.ofIncident(id).stream().map(Alarm::id).toList();
    }

    private Incident find(String id) {
        return this.incidents.find(id).orElseThrow(() -> new NotFoundException("incident", id));
    }

    /**
     * An incident with all that belongs to it.
     *
     * @param incident the incident
     * @param alarms its alarms
     * @param actions what people did, oldest first
     * @param notifications who was told, oldest first
     */
    record IncidentView(Incident incident, List<Alarm> alarms, List<IncidentAction> actions,
            List<Notification> notifications) {
    }

    /**
     * What somebody says about it.
     *
     * @param note in words
     */
    record Note(@Nullable String note) {

        static String text(@Nullable Note note) {
            return (note == null || note.note == null) ? "" : note.note;
        }

    }

    /**
     * What was done.
     *
     * @param changed how many alarms; those that were so already are not counted
     */
    record Changed(int changed) {
    }

}
