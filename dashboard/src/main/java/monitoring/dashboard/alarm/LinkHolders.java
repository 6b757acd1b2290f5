package monitoring.dashboard.alarm;

import java.time.ZoneId;
import java.util.Optional;

import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;

import org.springframework.stereotype.Component;

/** Who may use a link: receivers, and owners of apps, as long as they are told at all. */
@Component
class LinkHolders {

    private static final String OWNER = "app:";

    private final NotificationStore notifications;

    private final PolicyStore policies;

    LinkHolders(NotificationStore notifications, PolicyStore policies) {
        this.notifications = notifications;
        this.policies = policies;
    }

    Optional<Holder> find(String receiverId) {
        if (receiverId.startsWith(OWNER)) {
            return this.policies.appAlarmPolicy(receiverId.substring(OWNER.length()))
                .filter((policy) -> policy.emailSent() && !policy.email().isBlank())
                .map(AppAlarmPolicy::email)
                .map((email) -> new Holder(email, Style.DEFAULT.zone()));
        }
        return this.notifications.receiver(receiverId)
            .filter(Receiver::enabled)
            .map((receiver) -> new Holder(receiver.name(), receiver.style().zone()));
    }

    /**
     * Whom a link was sent to.
     *
     * @param name by which others know it
     * @param zone in which it reads times
     */
    record Holder(String name, ZoneId zone) {
    }

}
