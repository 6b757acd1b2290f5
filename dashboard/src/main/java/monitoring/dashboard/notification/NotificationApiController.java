package monitoring.dashboard.notification;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told to whom, for programs. */
@RestController
@Tag(name = "Messages")
@RequestMapping("/api/v1/notifications")
class NotificationApiController {

    private final NotificationStore notifications;

    private final Retries retries;

    private final StoreWatch stores;

    NotificationApiController(NotificationStore notifications, Retries retries, StoreWatch stores) {
        this.notifications = notifications;
        this.retries = retries;
        this.stores = stores;
    }

    /**
     * The outbox, newest first.
     * @param state only in this state
     * @param receiver id of a receiver, empty for all
     */
    @GetMapping
    ApiPage<Notification> list(@RequestParam(required = false) Notification.@Nullable State state,
            @RequestParam(defaultValue = "") String receiver, ApiPage.Part page) {
        PageRequest request = page.request();
        return ApiPage.of(
                this.stores.require(Store.RELATIONS, () -> this.notifications.list(state, receiver.strip(), request)),
                request);
    }

    /** What one message said, and what became of it, attempt by attempt. */
    @GetMapping("/{id}")
    MessageView one(@PathVariable String id) {
        Notification one = find(id);
        return new MessageView(one, this.notifications.text(one).orElse(null), Attempt.of(one.delivery().detail()));
    }

    /** Makes a message due that was given up, or that waits for its next attempt. */
    @PostMapping("/{id}/retry")
    Notification retry(@PathVariable String id) {
        this.retries.now(id);
        return find(id);
    }

    private Notification find(String id) {
        return this.notifications.find(id).orElseThrow(() -> new NotFoundException("notification", id));
    }

    /**
     * A message and what became of it.
     *
     * @param notification the message
     * @param text what was sent, without the link that acknowledges; null while it was
     * not, and for messages that were sent before this was kept
     * @param attempts oldest first
     */
    record MessageView(Notification notification, @Nullable MessageText text, List<Attempt> attempts) {
    }

}
