package monitoring.dashboard.alarm;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Sight;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms and what people do about them, for programs. */
@RestController
@Tag(name = "Alarms")
@RequestMapping("/api/v1/alarms")
class AlarmApiController {

    private final AlarmStore alarms;

    private final AlarmTotals totals;

    private final AlarmActions actions;

    private final Sight sight;

    private final StoreWatch stores;

    private final Clock clock;

    AlarmApiController(AlarmStore alarms, AlarmTotals totals, AlarmActions actions, Sight sight, StoreWatch stores,
            Clock clock) {
        this.alarms = alarms;
        this.totals = totals;
        this.actions = actions;
        this.sight = sight;
        this.stores = stores;
        this.clock = clock;
    }

    /** Alarms by filter, newest first; open ones where no state is asked for. */
    @GetMapping
    ApiPage<Alarm> list(AlarmFilter filter, TimeChoice.Query time, ApiPage.Part page) {
        PageRequest request = page.request();
        PageOf<Alarm> found = this.stores.require(Store.RELATIONS,
                () -> this.alarms.search(filter.query(time, this.clock.instant(), request.uncounted())));
        return ApiPage.of(found, this.totals.of(found, filter, time), request);
    }

    /** An alarm with its history. */
    @GetMapping("/{id}")
    AlarmView detail(@PathVariable String id) {
        Alarm alarm = this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id));
        this.sight.require(alarm);
        return new AlarmView(alarm, this.alarms.events(id));
    }

    /** Says that somebody works on an alarm; the note is kept in its history. */
    @PostMapping("/{id}/acknowledge")
    Changed acknowledge(@PathVariable String id, @RequestBody(required = false) @Nullable Bulk body) {
        return new Changed(this.actions.acknowledge(List.of(id), note(body)));
    }

    /** Says that an alarm is over; the note is kept in its history. */
    @PostMapping("/{id}/resolve")
    Changed resolve(@PathVariable String id, @RequestBody(required = false) @Nullable Bulk body) {
        return new Changed(this.actions.resolve(List.of(id), note(body)));
    }

    /** Says that somebody works on alarms. */
    @PostMapping("/acknowledge")
    Changed acknowledgeAll(@RequestBody Bulk body) {
        return new Changed(this.actions.acknowledge(body.checkedIds(), note(body)));
    }

    /** Says that alarms are over. */
    @PostMapping("/resolve")
    Changed resolveAll(@RequestBody Bulk body) {
        return new Changed(this.actions.resolve(body.checkedIds(), note(body)));
    }

    private static String note(@Nullable Bulk body) {
        return (body == null || body.note() == null) ? "" : body.note();
    }

    /**
     * What is to be done.
     *
     * @param ids of the alarms, at most 1000
     * @param note in words
     */
    record Bulk(@Nullable List<String> ids, @Nullable String note) {

        List<String> checkedIds() {
            if (this.ids == null || this.ids.isEmpty() || this.ids.size() > 1000) {
                throw new InvalidInputException("ids", (this.ids == null) ? "nothing" : this.ids.size(), "1..1000 ids");
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

    /**
     * An alarm with its history.
     *
     * @param alarm the alarm
     * @param events what happened to it, oldest first
     */
    record AlarmView(Alarm alarm, List<AlarmEvent> events) {
    }

}
