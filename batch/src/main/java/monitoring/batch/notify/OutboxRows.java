package monitoring.batch.notify;

import java.time.Instant;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;

/** Writes to a row of the outbox why it is not sent now. */
final class OutboxRows {

    private final NotificationStore notifications;

    OutboxRows(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** It is never sent. */
    void suppress(Notification notification, String why) {
        Delivery delivery = notification.delivery();
        this.notifications.update(notification
            .with(new Delivery(State.SUPPRESSED, delivery.attempts(), delivery.dueAt(), null, "", why)));
    }

    /** It waits. */
    void postpone(Notification notification, Instant until, String why) {
        Delivery delivery = notification.delivery();
        this.notifications
            .update(notification.with(new Delivery(State.QUEUED, delivery.attempts(), until, null, "", why)));
    }

}
