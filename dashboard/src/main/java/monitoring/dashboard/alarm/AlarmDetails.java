package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.notification.Told;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Everything that happened to an alarm: its events, who was told, what people wrote, and
 * its time for charts.
 */
@Component
class AlarmDetails {

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Told told;

    private final StoreWatch stores;

    private final Clock clock;

    AlarmDetails(AlarmStore alarms, IncidentStore incidents, Told told, StoreWatch stores, Clock clock) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.told = told;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Gives a page what changes while somebody looks at it: how the alarm is, its events
     * and who was told.
     */
    void addLive(Alarm alarm, Model model) {
        model.addAttribute("alarm", alarm);
        model.addAttribute("events",
                this.stores.ask(Store.RELATIONS, () -> this.alarms.events(alarm.id()), List.<AlarmEvent>of()));
        model.addAttribute("page", TargetLinks.page(alarm));
        this.told.add(alarm, model);
    }

    /** Gives a page what it shows. */
    void add(Alarm alarm, Model model) {
        addLive(alarm, model);
        model.addAttribute("actions", this.stores.ask(Store.RELATIONS, () -> this.incidents.actionsOfAlarm(alarm.id()),
                List.<IncidentAction>of()));
        Instant now = this.clock.instant();
        Instant end = end(alarm, now);
        Instant from = alarm.progress().startedAt().minus(Duration.ofMinutes(30));
        model.addAttribute("from", from);
        model.addAttribute("to", end);
        model.addAttribute("goesOn", end.equals(now));
        model.addAttribute("charts", AlarmCharts.of(alarm));
        model.addAttribute("lines", TargetLinks.lines(alarm));
    }

    /** Half an hour after it was over, at most now. */
    private static Instant end(Alarm alarm, Instant now) {
        @Nullable Instant over = alarm.progress().resolvedAt();
        Instant end = (over == null) ? now : over.plus(Duration.ofMinutes(30));
        return end.isAfter(now) ? now : end;
    }

}
