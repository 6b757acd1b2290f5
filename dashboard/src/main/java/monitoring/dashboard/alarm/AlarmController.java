package monitoring.dashboard.alarm;

import java.util.List;

import monitoring.dashboard.account.Filters;
import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Sight;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.Total;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists alarms, shows one with its history, and takes what people do about them. */
@Controller
@RequestMapping("/alarm")
class AlarmController {

    private final AlarmStore alarms;

    private final AlarmTotals totals;

    private final AlarmDetails history;

    private final AlarmActions actions;

    private final Sight sight;

    private final AlarmPages pages;

    private final Filters filters;

    private final Places places;

    AlarmController(AlarmStore alarms, AlarmTotals totals, AlarmDetails history, AlarmActions actions, Sight sight,
            AlarmPages pages, Filters filters, Places places) {
        this.alarms = alarms;
        this.totals = totals;
        this.history = history;
        this.actions = actions;
        this.sight = sight;
        this.pages = pages;
        this.filters = filters;
        this.places = places;
    }

    @GetMapping
    String list(AlarmFilter filter, TimeChoice.Query time, Turn turn,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        this.filters.add("alarm", model);
        AlarmQuery query = filter.query(time, this.filters.now(), turn.request(50).uncounted());
        PageOf<Alarm> found = this.pages.of(query);
        model.addAttribute("filter", filter);
        model.addAttribute("sorting", filter.sorting());
        model.addAttribute("range", time.range());
        model.addAttribute("from", TimeChoice.moment("from", time.from()));
        model.addAttribute("to", TimeChoice.moment("to", time.to()));
        model.addAttribute("found", found);
        model.addAttribute("turns", Turns.of(found, this.totals.of(found, filter, time)));
        model.addAttribute("origins", Origin.values());
        model.addAttribute("resources", Resource.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("calm", "open".equals(filter.state()) && AlarmFilter.isOfAll(query));
        model.addAttribute("near", found.items().isEmpty() ? this.places.near(filter) : List.of());
        if (!htmx.isEmpty()) {
            return "alarm/list :: rows";
        }
        model.addAttribute("zones", this.places.zones(filter));
        return "alarm/list";
    }

    /** How many are open, for the badge of the navigation. */
    @GetMapping("/badge")
    String badge(Model model) {
        @Nullable Total raised = this.totals.raised();
        model.addAttribute("raised", (raised == null) ? null : raised.count());
        return "alarm/badge :: badge";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            Model model) {
        Alarm alarm = this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id));
        this.sight.require(alarm);
        if (!htmx.isEmpty()) {
            this.history.addLive(alarm, model);
            return "alarm/live :: live";
        }
        this.history.add(alarm, model);
        return "alarm/detail";
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        if (this.actions.acknowledge(List.of(id), note) > 0) {
            redirect.addFlashAttribute("done", "alarm.acknowledge.done");
        }
        else {
            redirect.addFlashAttribute("warned", "alarm.acknowledge.already");
        }
        return "redirect:/alarm/" + id;
    }

    @PostMapping("/{id}/resolve")
    String resolve(@PathVariable String id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        if (this.actions.resolve(List.of(id), note) > 0) {
            redirect.addFlashAttribute("done", "alarm.resolve.done");
        }
        else {
            redirect.addFlashAttribute("warned", "alarm.resolve.already");
        }
        return "redirect:/alarm/" + id;
    }

    @PostMapping("/acknowledge")
    String acknowledgeAll(@RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        TakenAlarms.of(ids, this.actions.acknowledge(ids, "")).acknowledged(redirect);
        return "redirect:" + Links.back("/alarm", back);
    }

    @PostMapping("/resolve")
    String resolveAll(@RequestParam(defaultValue = "") List<String> ids, @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        TakenAlarms.of(ids, this.actions.resolve(ids, "")).resolved(redirect);
        return "redirect:" + Links.back("/alarm", back);
    }

}
