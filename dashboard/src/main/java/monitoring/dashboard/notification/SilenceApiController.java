package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.metric.TimeRange;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Periods in which nobody is told, for programs. */
@RestController
@Tag(name = "Silences")
@RequestMapping("/api/v1/silences")
class SilenceApiController {

    private static final int PREVIEWED = 5;

    private final SilenceStore silences;

    private final AlarmStore alarms;

    private final SilenceEdits edits;

    private final StoreWatch stores;

    private final Clock clock;

    SilenceApiController(SilenceStore silences, AlarmStore alarms, SilenceEdits edits, StoreWatch stores, Clock clock) {
        this.silences = silences;
        this.alarms = alarms;
        this.edits = edits;
        this.stores = stores;
        this.clock = clock;
    }

    /** All of them, also those that are over. */
    @GetMapping
    List<Silence> list() {
        return this.stores.require(Store.RELATIONS, this.silences::list);
    }

    /**
     * One of them: until when it is in force, when it comes next, and how many alarms it
     * hides now.
     */
    @GetMapping("/{id}")
    SilenceRow one(@PathVariable String id) {
        Silence silence = this.edits.find(id);
        List<Alarm> open = this.stores.require(Store.RELATIONS, this.alarms::open);
        return SilenceRow.of(List.of(silence), open, this.clock.instant()).get(0);
    }

    /**
     * The periods that touch the days of a calendar month, first begin first.
     * @param month such as 2026-11 in the account's zone, empty for this one
     */
    @GetMapping("/calendar")
    List<SilenceCalendar.Entry> calendar(@RequestParam(defaultValue = "") String month) {
        ZoneId zone = Viewer.currentZone();
        YearMonth chosen = SilenceCalendar.month(month, LocalDate.ofInstant(this.clock.instant(), zone));
        return SilenceCalendar.entries(this.stores.require(Store.RELATIONS, this.silences::list), chosen, zone);
    }

    /**
     * The next periods, at most 5, of a silence that is not made yet; changes nothing.
     */
    @GetMapping("/preview")
    List<TimeRange> preview(SilenceForm form) {
        return SilenceRow.coming(form.preview(Viewer.currentZone()), this.clock.instant(), PREVIEWED);
    }

    /** Makes a silence. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Silence create(@RequestBody SilenceForm form) {
        return this.edits.create(form);
    }

    /** Ends a silence and forgets it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        this.edits.delete(id);
    }

}
