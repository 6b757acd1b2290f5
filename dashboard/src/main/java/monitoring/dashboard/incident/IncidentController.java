package monitoring.dashboard.incident;

import java.util.List;

import monitoring.dashboard.alarm.AlarmActions;
import monitoring.dashboard.alarm.TakenAlarms;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

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

    private final AlarmStore alarms;

    private final IncidentPage page;

    private final AlarmActions actions;

    private final StoreWatch stores;

    IncidentController(IncidentStore incidents, AlarmStore alarms, IncidentPage page, AlarmActions actions,
            StoreWatch stores) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.page = page;
        this.actions = actions;
        this.stores = stores;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "open") String state, Turn turn,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        PageRequest request = turn.request(50);
        PageOf<Incident> found = this.stores.ask(Store.RELATIONS,
                () -> this.incidents.list(!"all".equals(state), request), new PageOf<Incident>(List.of(), 0));
        model.addAttribute("state", "all".equals(state) ? "all" : "open");
        model.addAttribute("found", found);
        model.addAttribute("turns", Turns.of(found));
        return htmx.isEmpty() ? "incident/list" : "incident/list :: rows";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, @RequestParam(defaultValue = "0") int alarms,
            @RequestParam(defaultValue = "0") int entries, Model model) {
        this.page.add(find(id), new IncidentPage.Part(alarms, entries), model);
        return "incident/detail";
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        List<String> alarms = alarmsOf(id);
        TakenAlarms.of(alarms, this.actions.acknowledge(alarms, note)).acknowledged(redirect);
        return "redirect:/incident/" + id;
    }

    @PostMapping("/{id}/resolve")
    String resolve(@PathVariable String id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        List<String> alarms = alarmsOf(id);
        TakenAlarms.of(alarms, this.actions.resolve(alarms, note)).resolved(redirect);
        return "redirect:/incident/" + id;
    }

    private List<String> alarmsOf(String id) {
        find(id);
        return this.alarms.ofIncident(id).stream().map(Alarm::id).toList();
    }

    private Incident find(String id) {
        return this.incidents.find(id).orElseThrow(() -> new NotFoundException("incident", id));
    }

}
