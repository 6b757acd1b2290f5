package monitoring.dashboard.incident;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentQuery;
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
import org.springframework.web.bind.annotation.RestController;

/** Incidents and what people do about them, for programs. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents")
class IncidentApiController {

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private final NotificationStore notifications;

    private final IncidentActions actions;

    private final StoreWatch stores;

    private final IncidentTitles titles;

    private final Clock clock;

    IncidentApiController(IncidentStore incidents, AlarmStore alarms, NotificationStore notifications,
            IncidentActions actions, StoreWatch stores, IncidentTitles titles, Clock clock) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.notifications = notifications;
        this.actions = actions;
        this.stores = stores;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * Incidents by filter, newest first; open ones where no state is asked for. A title
     * is answered as it is kept, in no language: the name of the target of the root cause
     * and its resource, such as router/0 MEMORY (+2), or what a person called it.
     */
    @GetMapping
    ApiPage<Incident> list(IncidentFilter filter, TimeChoice.Query time, ApiPage.Part page) {
        PageRequest request = page.request();
        IncidentQuery query = this.titles.searched(filter.query(time, this.clock.instant(), request));
        return ApiPage.of(this.stores.require(Store.RELATIONS, () -> this.incidents.search(query)), request);
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
        return new Changed(this.actions.acknowledge(List.of(id), Note.text(note)).changed());
    }

    /** Says that the open alarms of an incident are over. */
    @PostMapping("/{id}/resolve")
    Changed resolve(@PathVariable String id, @RequestBody(required = false) @Nullable Note note) {
        return new Changed(this.actions.resolve(id, Note.text(note)).changed());
    }

    /** Says that somebody works on the raised alarms of incidents. */
    @PostMapping("/acknowledge")
    Changed acknowledgeAll(@RequestBody Bulk body) {
        String note = (body.note() == null) ? "" : body.note();
        return new Changed(this.actions.acknowledge(body.checkedIds(), note).changed());
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
     * What is to be done with several.
     *
     * @param ids of the incidents, at most 1000
     * @param note in words
     */
    record Bulk(@Nullable List<String> ids, @Nullable String note) {

        List<String> checkedIds() {
            if (this.ids == null || this.ids.isEmpty()) {
                throw new InvalidInputException("ids", "nothing", "1..1000 ids");
            }
            return this.ids;
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
