package monitoring.dashboard.notification;

import java.time.Clock;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;

import org.springframework.stereotype.Component;

/**
 * Makes messages due that were given up or that wait. Keeps their count of attempts and
 * their message id, so that a receiver that got it after all can tell.
 */
@Component
class Retries {

    private final NotificationStore notifications;

    private final Audit audit;

    private final Clock clock;

    Retries(NotificationStore notifications, Audit audit, Clock clock) {
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a message due. */
    void now(String id) {
        Notification was = this.notifications.find(id).orElseThrow(() -> new NotFoundException("notification", id));
        Delivery delivery = was.delivery();
        if (delivery.state() != State.GIVEN_UP && delivery.state() != State.QUEUED) {
            throw new InvalidInputException("notification", id + ", which is " + delivery.state(),
                    "one that is queued or given up");
        }
        this.notifications.update(was.with(new Delivery(State.QUEUED, delivery.attempts(), this.clock.instant(), null,
                delivery.messageId(), delivery.detail())));
        this.audit.record("notification.retry", "notifications/" + id,
                AuditDetail.of("state", delivery.state()).with("receiver", was.receiverId()));
    }

}
