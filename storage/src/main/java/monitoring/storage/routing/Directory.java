package monitoring.storage.routing;

import java.util.List;
import java.util.Optional;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.notification.Receiver.Scope;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Severity;

/**
 * Finds receivers: those that administrators keep, and the owners of apps with a policy.
 */
public final class Directory {

    private static final String OWNER = "app:";

    private final NotificationStore notifications;

    private final PolicyStore policies;

    public Directory(NotificationStore notifications, PolicyStore policies) {
        this.notifications = notifications;
        this.policies = policies;
    }

    public List<Receiver> receivers() {
        return this.notifications.receivers();
    }

    /** The owner of the app of an alarm, if its policy wants mails. */
    public Optional<Receiver> owner(Alarm alarm) {
        return (alarm.target().origin() == Origin.APP) ? owner(alarm.target().appGuid()) : Optional.empty();
    }

    /** The owner of an app, if its policy wants mails. */
    public Optional<Receiver> owner(String appGuid) {
        return this.policies.appAlarmPolicy(appGuid)
            .filter((policy) -> policy.emailSent() && !policy.email().isBlank())
            .map(Directory::owner);
    }

    public Optional<Receiver> find(String id) {
        return id.startsWith(OWNER) ? owner(id.substring(OWNER.length())) : this.notifications.receiver(id);
    }

    private static Receiver owner(AppAlarmPolicy policy) {
        return new Receiver(OWNER + policy.appGuid(), policy.email(), Channel.MAIL, policy.email(), "",
                new Scope(Origin.APP, "", policy.appGuid(), Severity.WARNING, 0).withScaling(), Style.DEFAULT, true);
    }

}
