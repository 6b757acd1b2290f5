package monitoring.dashboard.overview;

import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows whether the platform is well. */
@Controller
@RequestMapping("/overview")
class OverviewController {

    private static final int INCIDENTS_SHOWN = 6;

    private final Foundations foundations;

    private final IncidentStore incidents;

    private final RecentChanges changes;

    private final Flows flows;

    private final StoreWatch stores;

    OverviewController(Foundations foundations, IncidentStore incidents, RecentChanges changes, Flows flows,
            StoreWatch stores) {
        this.foundations = foundations;
        this.incidents = incidents;
        this.changes = changes;
        this.flows = flows;
        this.stores = stores;
    }

    @GetMapping
    String page(@RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        Foundation foundation = this.foundations.now();
        List<Incident> open = new ArrayList<>(this.stores.ask(Store.RELATIONS, this.incidents::open, List.of()));
        open.sort((a, b) -> {
            int worst = b.severity().compareTo(a.severity());
            return (worst != 0) ? worst : b.openedAt().compareTo(a.openedAt());
        });
        model.addAttribute("foundation", foundation);
        model.addAttribute("tallies", Tally.of(foundation));
        model.addAttribute("open", open.subList(0, Math.min(open.size(), INCIDENTS_SHOWN)));
        model.addAttribute("openTotal", open.size());
        model.addAttribute("changes", this.changes.lastHour());
        model.addAttribute("capacity", Capacity.of(foundation, this.flows.memoryOfCells()));
        model.addAttribute("flow", this.flows.now(foundation));
        return htmx.isEmpty() ? "overview/overview" : "overview/overview :: live";
    }

}
