package monitoring.dashboard.notification;

import java.util.List;

import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
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
    String list(@RequestParam(required = false) Notification.@Nullable State state,
            @RequestParam(defaultValue = "") String receiver, Turn turn,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        PageRequest request = turn.request(50);
        PageOf<Notification> found = this.stores.ask(Store.RELATIONS,
                () -> this.notifications.list(state, receiver.strip(), request),
                new PageOf<Notification>(List.of(), 0));
        model.addAttribute("found", found.items());
        model.addAttribute("turns", Turns.of(found));
        model.addAttribute("state", state);
        model.addAttribute("states", Notification.State.values());
        model.addAttribute("receiver", receiver.strip());
        model.addAttribute("names", this.names.of(found.items().stream().map(Notification::receiverId).toList()));
        return htmx.isEmpty() ? "notification/outbox" : "notification/outbox :: rows";
    }

    /** What became of one message, attempt by attempt. */
    @GetMapping("/{id}")
    String one(@PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            Model model) {
        Notification one = this.notifications.find(id).orElseThrow(() -> new NotFoundException("notification", id));
        model.addAttribute("one", one);
        model.addAttribute("text", this.notifications.text(one).orElse(null));
        model.addAttribute("attempts", Attempt.of(one.delivery().detail()));
        model.addAttribute("names", this.names.of(List.of(one.receiverId())));
        return htmx.isEmpty() ? "notification/message" : "notification/message :: message";
    }

    /** Makes a message due that was given up, or that waits for its next attempt. */
    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes redirect) {
        this.retries.now(id);
        redirect.addFlashAttribute("done", "notification.retried");
        return "redirect:/notification";
    }

}
