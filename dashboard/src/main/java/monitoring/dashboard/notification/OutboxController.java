package monitoring.dashboard.notification;

import java.util.List;

import monitoring.dashboard.web.Pager;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
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

/** Shows what was told to whom, and what was not and why. */
@Controller
@RequestMapping("/notification")
class OutboxController {

    private final NotificationStore notifications;

    private final ReceiverNames names;

    private final Retries retries;

    private final StoreWatch stores;

    OutboxController(NotificationStore notifications, ReceiverNames names, Retries retries, StoreWatch stores) {
        this.notifications = notifications;
        this.names = names;
        this.retries = retries;
        this.stores = stores;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        PageRequest request = Pager.request(page, 50);
        PageOf<Notification> found = this.stores.ask(Store.RELATIONS, () -> this.notifications.list(request),
                new PageOf<Notification>(List.of(), 0));
        model.addAttribute("found", found.items());
        model.addAttribute("pager", Pager.of(request, found.total()));
        model.addAttribute("names", this.names.of(found.items().stream().map(Notification::receiverId).toList()));
        return htmx.isEmpty() ? "notification/outbox" : "notification/outbox :: rows";
    }

    /** Makes a message due that was given up, or that waits for its next attempt. */
    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes redirect) {
        this.retries.now(id);
        redirect.addFlashAttribute("done", "notification.retried");
        return "redirect:/notification";
    }

}
