package monitoring.dashboard.inventory;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Pager;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows the apps as organization, space and app, and one app with its instances and
 * charts.
 */
@Controller
@RequestMapping("/inventory/apps")
class AppController {

    private final Foundations foundations;

    private final Usages usages;

    private final Clock clock;

    private final AppDetails details;

    AppController(Foundations foundations, Usages usages, AppDetails details, Clock clock) {
        this.details = details;
        this.foundations = foundations;
        this.usages = usages;
        this.clock = clock;
    }

    @GetMapping
    String list(AppQuery query, @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        Foundation foundation = this.foundations.now();
        List<AppState> fitting = query.of(foundation.apps());
        PageRequest request = Pager.request(page, 100);
        List<AppState> shown = Pager.part(fitting, request);
        model.addAttribute("tree", query.isList() ? Map.of() : tree(shown));
        model.addAttribute("apps", shown);
        model.addAttribute("list", query.isList());
        model.addAttribute("sorting", query.sorting());
        model.addAttribute("q", query.q());
        model.addAttribute("state", query.state());
        model.addAttribute("pager", Pager.of(request, fitting.size()));
        model.addAttribute("counts", Foundation.counts(foundation.apps(), AppState::state));
        model.addAttribute("all", foundation.apps().size());
        return htmx.isEmpty() ? "inventory/apps" : "inventory/apps :: rows";
    }

    private static Map<String, Map<String, List<AppState>>> tree(List<AppState> shown) {
        Map<String, Map<String, List<AppState>>> tree = new LinkedHashMap<>();
        Foundation.grouped(shown, (app) -> app.app().organization())
            .forEach((organization, apps) -> tree.put(organization,
                    Foundation.grouped(apps, (app) -> app.app().space())));
        return tree;
    }

    @GetMapping("/{guid}")
    String detail(@PathVariable String guid, TimeChoice.Query time, Model model) {
        Foundation foundation = this.foundations.now();
        AppState app = foundation.app(guid).orElseThrow(() -> new NotFoundException("app", guid));
        List<Container> containers = foundation.containersOf(guid);
        Map<String, VirtualMachine> cells = new HashMap<>();
        foundation.cells().forEach((cell) -> cells.put(cell.machine().ip(), cell.machine()));
        this.details.add(guid, containers, model);
        model.addAttribute("app", app);
        model.addAttribute("containers", containers);
        model.addAttribute("cells", cells);
        model.addAttribute("spread", containers.stream().map((one) -> one.instance().cellIp()).distinct().count());
        model.addAttribute("usage", this.usages
            .ofContainers(containers.stream().map((one) -> one.instance().id()).collect(Collectors.toSet())));
        model.addAttribute("time", TimeChoice.forViewer(time, "3h", this.clock.instant()));
        return "inventory/app";
    }

}
