package monitoring.dashboard.overview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.inventory.Usages;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Takes the picture of the first screen, once for all who look at it. */
@Component
class Pictures {

    private static final int INCIDENTS_SHOWN = 6;

    private final Foundations foundations;

    private final Usages usages;

    private final IncidentStore incidents;

    private final RecentChanges changes;

    private final Flows flows;

    private final Trend trend;

    private final StoreWatch stores;

    private final Memo<Picture> memo;

    Pictures(Foundations foundations, Usages usages, IncidentStore incidents, RecentChanges changes, Flows flows,
            Trend trend, StoreWatch stores, Clock clock) {
        this.foundations = foundations;
        this.usages = usages;
        this.incidents = incidents;
        this.changes = changes;
        this.flows = flows;
        this.trend = trend;
        this.stores = stores;
        this.memo = Memo.behind(this::take, foundations.age(), clock);
    }

    Picture now() {
        return this.memo.get();
    }

    private Picture take() {
        Foundation foundation = this.foundations.now();
        @Nullable List<Incident> told = this.stores.ask(Store.RELATIONS, this.incidents::open, null);
        List<Incident> open = new ArrayList<>((told == null) ? List.of() : told);
        open.sort((a, b) -> {
            int worst = b.severity().compareTo(a.severity());
            return (worst != 0) ? worst : b.openedAt().compareTo(a.openedAt());
        });
        Usages.Usage usage = this.usages.of(Origin.VM);
        Picture.Load load = new Picture.Load(Capacity.of(foundation, usage), this.trend.now(),
                Busiest.of(foundation, usage));
        return new Picture(Tally.of(foundation), List.copyOf(open.subList(0, Math.min(open.size(), INCIDENTS_SHOWN))),
                (told == null) ? null : open.size(), this.changes.lastHour(), load, this.flows.now(foundation));
    }

}
