package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.paging.PageOf;

import org.springframework.stereotype.Component;

/**
 * Reads the pages of the list of alarms. In an order that no index has, all alarms are
 * sorted for a page: that is done once for all who look within some seconds, and anew
 * when somebody took or resolved one.
 */
@Component
class AlarmPages {

    private static final Set<AlarmOrder.By> SORTED = EnumSet.of(AlarmOrder.By.TARGET, AlarmOrder.By.RESOURCE,
            AlarmOrder.By.VALUE);

    private static final Duration AGE = Duration.ofSeconds(5);

    /** Pages that are kept. */
    private static final int KEPT = 50;

    private static final PageOf<Alarm> NONE = new PageOf<>(List.of(), 0);

    private final AlarmStore alarms;

    private final StoreWatch stores;

    private final Foundations foundations;

    private final Answers<Asked, PageOf<Alarm>> kept;

    AlarmPages(AlarmStore alarms, StoreWatch stores, Foundations foundations, Clock clock) {
        this.alarms = alarms;
        this.stores = stores;
        this.foundations = foundations;
        this.kept = new Answers<>(KEPT, AGE, clock);
    }

    /** What a query finds; nothing while the database is away. */
    PageOf<Alarm> of(AlarmQuery query) {
        if (!SORTED.contains(query.order().by())) {
            return this.stores.ask(Store.RELATIONS, () -> this.alarms.search(query), NONE);
        }
        return this.kept.to(new Asked(query, this.foundations.changes()),
                (asked) -> this.stores.ask(Store.RELATIONS, () -> this.alarms.search(asked.query()), null), NONE);
    }

    /**
     * What is asked, and after how many changes.
     *
     * @param query of the list
     * @param changes of alarms by people until then
     */
    private record Asked(AlarmQuery query, int changes) {
    }

}
