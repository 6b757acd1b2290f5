package monitoring.dashboard.overview;

import java.time.Instant;
import java.util.List;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the platform is well, for programs. */
@RestController
@RequestMapping("/api/v1/overview")
class OverviewApiController {

    private final Foundations foundations;

    private final IncidentStore incidents;

    private final RecentChanges changes;

    private final Flows flows;

    private final StoreWatch stores;

    OverviewApiController(Foundations foundations, IncidentStore incidents, RecentChanges changes, Flows flows,
            StoreWatch stores) {
        this.foundations = foundations;
        this.incidents = incidents;
        this.changes = changes;
        this.flows = flows;
        this.stores = stores;
    }

    /**
     * What the overview shows: counts by state, open incidents, changes, capacity, flow,
     * stores that are away.
     */
    @GetMapping
    Overview overview() {
        Foundation foundation = this.foundations.now();
        List<Incident> open = this.stores.ask(Store.RELATIONS, this.incidents::open, List.<Incident>of());
        return new Overview(foundation.at(), Tally.of(foundation), open, this.changes.lastHour(),
                Capacity.of(foundation, this.flows.sizes()), this.flows.now(foundation), this.stores.away());
    }

    /**
     * Whether the platform is well.
     *
     * @param at when it was looked at
     * @param tallies counts by kind and state
     * @param openIncidents what is open
     * @param changes of the last hour, newest first
     * @param capacity memory of the cells
     * @param flow how data comes in
     * @param away stores that do not answer
     */
    record Overview(Instant at, List<Tally> tallies, List<Incident> openIncidents, List<RecentChanges.Change> changes,
            Capacity capacity, Flows.Flow flow, List<StoreWatch.Outage> away) {
    }

}
