package monitoring.dashboard.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Component;

/** Reads the alarms that were raised within a stretch of time. */
@Component
class RaisedAlarms {

    /** More alarms of one period are not counted; the page says so. */
    private static final int MOST = 50_000;

    private final AlarmStore alarms;

    private final StoreWatch stores;

    RaisedAlarms(AlarmStore alarms, StoreWatch stores) {
        this.alarms = alarms;
        this.stores = stores;
    }

    List<Alarm> within(TimeRange range) {
        List<Alarm> all = new ArrayList<>();
        PageOf<Alarm> page = find(range, new PageRequest(0, 1000));
        for (int number = 1; !page.items().isEmpty() && all.size() < MOST; number++) {
            all.addAll(page.items());
            page = (all.size() >= page.total()) ? new PageOf<>(List.of(), page.total())
                    : find(range, new PageRequest(number, 1000));
        }
        return all;
    }

    long count(TimeRange range) {
        return find(range, new PageRequest(0, 1)).total();
    }

    private PageOf<Alarm> find(TimeRange range, PageRequest page) {
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(),
                Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED), range, "", page);
        return this.stores.ask(Store.RELATIONS, () -> this.alarms.search(query), new PageOf<Alarm>(List.of(), 0));
    }

}
