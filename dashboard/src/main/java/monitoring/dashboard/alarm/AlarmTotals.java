package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How many alarms a filter has, as it was at most ten seconds ago: the rows of a list are
 * always those of now, but counting is worth it only once for all who look at it.
 */
@Component
class AlarmTotals {

    private static final Duration AGE = Duration.ofSeconds(10);

    /** Filters whose counts are kept. */
    private static final int KEPT = 500;

    private static final PageRequest ANY = PageRequest.first(1);

    private final AlarmStore alarms;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<AlarmQuery, Total> totals;

    AlarmTotals(AlarmStore alarms, StoreWatch stores, Clock clock) {
        this.alarms = alarms;
        this.stores = stores;
        this.clock = clock;
        this.totals = new Answers<>(KEPT, AGE, clock);
    }

    /**
     * How many the one who is signed in may see on all pages of a list; what a page says
     * of itself is not counted.
     */
    Total of(PageOf<Alarm> found, AlarmFilter filter, TimeChoice.Query time) {
        if (found.counted().exact()) {
            return found.counted();
        }
        AlarmQuery query = filter.query(time, Answers.aligned(this.clock.instant(), AGE), ANY);
        return this.totals.to(query, (asked) -> this.stores.ask(Store.RELATIONS, () -> this.alarms.count(asked), null),
                Total.of(0));
    }

    /**
     * How many are raised now and wait for somebody, of those that they may see; null if
     * nobody knows, because the database is away.
     */
    @Nullable Total raised() {
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(AlarmState.RAISED), null, "", ANY)
            .of(Viewer.currentOrganizations());
        return this.stores.ask(Store.RELATIONS, () -> this.alarms.count(query), null);
    }

}
