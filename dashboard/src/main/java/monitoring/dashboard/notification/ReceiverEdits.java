package monitoring.dashboard.notification;

import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Problems;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What administrators do to receivers; every change is audited. What is wrong with a form
 * is left in its problems.
 */
@Component
class ReceiverEdits {

    private final NotificationStore notifications;

    private final WebhookTargets targets;

    private final Audit audit;

    ReceiverEdits(NotificationStore notifications, WebhookTargets targets, Audit audit) {
        this.notifications = notifications;
        this.targets = targets;
        this.audit = audit;
    }

    Receiver find(String id) {
        return this.notifications.receiver(id).orElseThrow(() -> new NotFoundException("receiver", id));
    }

    /**
     * Keeps a receiver; empty if something is wrong.
     * @param was what is kept, null for a new one
     */
    Optional<Receiver> keep(@Nullable Receiver was, ReceiverForm form, Problems problems) {
        return form.read(was, this.targets, problems).map((read) -> {
            Receiver kept = this.notifications.save(read, Audit.user());
            this.audit.record("receiver.save", "receivers/" + kept.id(),
                    (was == null) ? AuditDetails.of(kept) : AuditDetails.of(kept).since(AuditDetails.of(was)));
            return kept;
        });
    }

    void delete(String id) {
        Receiver was = find(id);
        this.notifications.deleteReceiver(id);
        this.audit.record("receiver.delete", "receivers/" + id, AuditDetails.of(was));
    }

}
