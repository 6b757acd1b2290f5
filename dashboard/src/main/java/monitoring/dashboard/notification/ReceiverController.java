package monitoring.dashboard.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists who is told, and changes it. */
@Controller
@RequestMapping("/notification/receivers")
class ReceiverController {

    private final NotificationStore notifications;

    private final ReceiverEdits edits;

    private final StoreWatch stores;

    ReceiverController(NotificationStore notifications, ReceiverEdits edits, StoreWatch stores) {
        this.notifications = notifications;
        this.edits = edits;
        this.stores = stores;
    }

    @GetMapping
    String list(Model model) {
        List<Receiver> all = this.stores.ask(Store.RELATIONS, this.notifications::receivers, List.<Receiver>of());
        model.addAttribute("receivers", all);
        model.addAttribute("chain", ChainLink.chain(all));
        return "notification/receivers";
    }

    @GetMapping("/new")
    String create(Model model) {
        return form("", ReceiverForm.fresh(), new Problems(), model);
    }

    @PostMapping("/new")
    String create(ReceiverForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        return keep(null, form, model, response, redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        return form(id, ReceiverForm.of(this.edits.find(id)), new Problems(), model);
    }

    @PostMapping("/{id}")
    String edit(@PathVariable String id, ReceiverForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        return keep(this.edits.find(id), form, model, response, redirect);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.edits.delete(id);
        redirect.addFlashAttribute("done", "notification.receiver.deleted");
        return "redirect:/notification/receivers";
    }

    private String keep(@Nullable Receiver was, ReceiverForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Problems problems = new Problems();
        if (this.edits.keep(was, form, problems).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form((was == null) ? "" : was.id(), form, problems, model);
        }
        redirect.addFlashAttribute("done", "notification.receiver.saved");
        return "redirect:/notification/receivers";
    }

    private static String form(String id, ReceiverForm form, Problems problems, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("channels", Receiver.Channel.values());
        model.addAttribute("origins", Origin.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        return "notification/receiver";
    }

}
