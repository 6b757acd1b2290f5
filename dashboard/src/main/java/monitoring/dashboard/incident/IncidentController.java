package monitoring.dashboard.incident;

import java.time.Clock;
import java.util.List;

import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.policy.Severity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists incidents and shows one as a time line. */
@Controller
@RequestMapping("/incident")
class IncidentController {

    private final IncidentStore incidents;

    private final Assignments assignments;

    private final IncidentPage page;

    private final IncidentActions actions;

    private final StoreWatch stores;

    private final IncidentTitles titles;

    private final Clock clock;

    IncidentController(IncidentStore incidents, Assignments assignments, IncidentPage page, IncidentActions actions,
            StoreWatch stores, IncidentTitles titles, Clock clock) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.page = page;
        this.actions = actions;
        this.stores = stores;
        this.titles = titles;
        this.clock = clock;
    }

    @GetMapping
    String list(IncidentFilter filter, TimeChoice.Query time, Turn turn,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        IncidentQuery query = this.titles.searched(filter.query(time, this.clock.instant(), turn.request(50)));
        PageOf<Incident> found = this.stores.ask(Store.RELATIONS, () -> this.incidents.search(query),
                new PageOf<Incident>(List.of(), 0));
        model.addAttribute("filter", filter);
        model.addAttribute("from", TimeChoice.moment("from", time.from()));
        model.addAttribute("to", TimeChoice.moment("to", time.to()));
        model.addAttribute("filtered", !query.equals(IncidentQuery.of(true, query.page())));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("people", this.stores.ask(Store.RELATIONS, this.assignments::people, List.<String>of()));
        model.addAttribute("found", found);
        model.addAttribute("turns", Turns.of(found));
        return htmx.isEmpty() ? "incident/list" : "incident/list :: rows";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, @RequestParam(defaultValue = "0") int alarms,
            @RequestParam(defaultValue = "0") int entries,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        Incident incident = this.assignments.requireIncident(id);
        IncidentPage.Part part = new IncidentPage.Part(alarms, entries);
        if (!htmx.isEmpty()) {
            this.page.addLive(incident, part, model);
            return "incident/live :: live";
        }
        this.page.add(incident, part, model);
        return "incident/detail";
    }

    @PostMapping("/acknowledge")
    String acknowledgeAll(@RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        if (ids.isEmpty()) {
            redirect.addFlashAttribute("warned", "incident.choose");
        }
        else {
            this.actions.acknowledge(ids, "").acknowledged(redirect);
        }
        return "redirect:" + Links.back("/incident", back);
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        this.actions.acknowledge(List.of(id), note).acknowledged(redirect);
        return "redirect:" + Links.back("/incident/" + id, back);
    }

    @PostMapping("/{id}/resolve")
    String resolve(@PathVariable String id, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        this.actions.resolve(id, note).resolved(redirect);
        return "redirect:" + Links.back("/incident/" + id, back);
    }

}
