package monitoring.dashboard.alarm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Counts the alarms of a day, week, month or year, and compares with the one before. */
@Controller
class StatisticsController {

    /** More alarms of one period are not counted; the page says so. */
    private static final int MOST = 50_000;

    private final AlarmStore alarms;

    private final StoreWatch stores;

    private final Clock clock;

    StatisticsController(AlarmStore alarms, StoreWatch stores, Clock clock) {
        this.alarms = alarms;
        this.stores = stores;
        this.clock = clock;
    }

    @GetMapping("/alarm/statistics")
    String page(@RequestParam(defaultValue = "w") String period, @RequestParam(defaultValue = "") String day,
            Model model) {
        Period chosen = Period.of(period, day, Viewer.currentZone(), this.clock.instant());
        model.addAttribute("period", chosen);
        model.addAttribute("now", this.clock.instant());
        model.addAttribute("is", Statistics.of(raised(chosen.range()), chosen));
        model.addAttribute("before", total(chosen.previous().range()));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("origins", Origin.values());
        return "alarm/statistics";
    }

    private List<Alarm> raised(TimeRange range) {
        List<Alarm> all = new ArrayList<>();
        PageOf<Alarm> page = find(range, new PageRequest(0, 1000));
        for (int number = 1; !page.items().isEmpty() && all.size() < MOST; number++) {
            all.addAll(page.items());
            page = (all.size() >= page.total()) ? new PageOf<>(List.of(), page.total())
                    : find(range, new PageRequest(number, 1000));
        }
        return all;
    }

    private long total(TimeRange range) {
        return find(range, new PageRequest(0, 1)).total();
    }

    private PageOf<Alarm> find(TimeRange range, PageRequest page) {
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(),
                Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED), range, "", page);
        return this.stores.ask(Store.RELATIONS, () -> this.alarms.search(query), new PageOf<Alarm>(List.of(), 0));
    }

}
