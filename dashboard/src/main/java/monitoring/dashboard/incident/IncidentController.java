package monitoring.dashboard.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.dashboard.alarm.AlarmActions;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Pager;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
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

    private final NotificationStore notifications;

    private final AlarmActions actions;

    private final StoreWatch stores;

    IncidentController(IncidentStore incidents, AlarmStore alarms, NotificationStore notifications,
            AlarmActions actions, StoreWatch stores) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.notifications = notifications;
        this.actions = actions;
        this.stores = stores;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "open") String state, @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        PageRequest request = Pager.request(page, 50);
        PageOf<Incident> found = this.stores.ask(Store.RELATIONS,
                () -> this.incidents.list(!"all".equals(state), request), new PageOf<Incident>(List.of(), 0));
        model.addAttribute("state", "all".equals(state) ? "all" : "open");
        model.addAttribute("found", found);
        model.addAttribute("pager", Pager.of(request, found.total()));
        return htmx.isEmpty() ? "incident/list" : "incident/list :: rows";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, Model model) {
        Incident incident = find(id);
        List<Alarm> own = this.alarms.ofIncident(id);
        List<Notification> told = this.notifications.ofIncident(id);
        List<TimelineEntry> timeline = new ArrayList<>();
        own.forEach((alarm) -> this.alarms.events(alarm.id())
            .forEach((event) -> timeline.add(TimelineEntry.of(alarm, event))));
        Map<String, String> receivers = this.notifications.receivers()
            .stream()
            .collect(Collectors.toMap(Receiver::id, Receiver::name));
        told.forEach((one) -> timeline
            .add(TimelineEntry.of(one, receivers.getOrDefault(one.receiverId(), one.receiverId()))));
        List<IncidentAction> done = this.incidents.actions(id);
        done.forEach((action) -> timeline.add(TimelineEntry.of(action)));
        timeline.sort(Comparator.comparing(TimelineEntry::at).reversed());
        model.addAttribute("incident", incident);
        model.addAttribute("alarms", own);
        model.addAttribute("alarmsById", own.stream().collect(Collectors.toMap(Alarm::id, Function.identity())));
        model.addAttribute("actions", done);
        model.addAttribute("timeline", timeline);
        model.addAttribute("open", own.stream().filter((alarm) -> alarm.state().isOpen()).count());
        return "incident/detail";
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        this.actions.acknowledge(alarmsOf(id), note);
        redirect.addFlashAttribute("done", "alarm.acknowledge.done");
        return "redirect:/incident/" + id;
    }

    @PostMapping("/{id}/resolve")
    String resolve(@PathVariable String id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        this.actions.resolve(alarmsOf(id), note);
        redirect.addFlashAttribute("done", "alarm.resolve.done");
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
