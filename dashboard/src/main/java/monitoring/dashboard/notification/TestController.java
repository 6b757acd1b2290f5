package monitoring.dashboard.notification;

import java.time.Clock;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tries whether a receiver can be told. The batch sends it, as it sends everything. */
@Controller
class TestController {

    private final NotificationStore notifications;

    private final Audit audit;

    private final Clock clock;

    TestController(NotificationStore notifications, Audit audit, Clock clock) {
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/notification/receivers/{id}/test")
    String send(@PathVariable String id) {
        Receiver receiver = this.notifications.receiver(id).orElseThrow(() -> new NotFoundException("receiver", id));
        this.notifications.enqueue(Notification.test(id, Audit.user(), this.clock.instant()));
        this.audit.record("receiver.test", "receivers/" + id, receiver.toString());
        return this.notifications.list(null, id, new PageRequest(0, 1))
            .items()
            .stream()
            .findFirst()
            .map((kept) -> "redirect:/notification/" + kept.id())
            .orElse("redirect:/notification");
    }

}
