package monitoring.dashboard.notification;

import java.time.Duration;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is told when nobody acknowledges, and whether a receiver can be told, for programs.
 */
@RestController
@Tag(name = "Receivers")
@RequestMapping("/api/v1/receivers")
class ChainApiController {

    private final NotificationStore notifications;

    private final TestMessages messages;

    private final StoreWatch stores;

    ChainApiController(NotificationStore notifications, TestMessages messages, StoreWatch stores) {
        this.notifications = notifications;
        this.messages = messages;
        this.stores = stores;
    }

    /**
     * The escalation of those who are told at all, in the order in which they are told.
     */
    @GetMapping("/chain")
    List<Link> chain() {
        return ChainLink.chain(this.stores.require(Store.RELATIONS, this.notifications::receivers))
            .stream()
            .map((link) -> new Link(link.step(), link.after(), link.receivers().stream().map(Receiver::id).toList()))
            .toList();
    }

    /**
     * Puts a test message to a receiver into the outbox, where the batch takes it. The
     * answer is the notification; ask for it again to see what became of it.
     */
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Notification test(@PathVariable String id) {
        return this.messages.send(id).orElseThrow(() -> new NotFoundException("notification to receiver", id));
    }

    /**
     * Receivers who are told at the same moment.
     *
     * @param step 0 for those who are told at once
     * @param after how long they wait for an acknowledgement, ISO 8601; PT0S for as long
     * as the batch's configuration says, once for each step
     * @param receivers their ids, by name
     */
    record Link(int step, Duration after, List<String> receivers) {
    }

}
