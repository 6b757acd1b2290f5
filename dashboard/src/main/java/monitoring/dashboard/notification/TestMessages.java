package monitoring.dashboard.notification;

import java.time.Clock;
import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Component;

/**
 * Tries whether a receiver can be told. The batch sends it, as it sends everything; who
 * asked is audited.
 */
@Component
class TestMessages {

    private final NotificationStore notifications;

    private final Audit audit;

    private final Clock clock;

    TestMessages(NotificationStore notifications, Audit audit, Clock clock) {
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a message into the outbox; empty if it is gone from there already. */
    Optional<Notification> send(String id) {
        Receiver receiver = this.notifications.receiver(id).orElseThrow(() -> new NotFoundException("receiver", id));
        this.notifications.enqueue(Notification.test(id, Audit.user(), this.clock.instant()));
        this.audit.record("receiver.test", "receivers/" + id, AuditDetails.of(receiver));
        return this.notifications.list(null, id, new PageRequest(0, 1)).items().stream().findFirst();
    }

}
