package monitoring.batch.notify;

import java.util.List;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;

/**
 * A message by which somebody tries whether a receiver can be told. It is of no alarm and
 * of no incident, is never put together with others and is tried once.
 */
final class TestMessage {

    private TestMessage() {
    }

    static boolean is(Notification notification) {
        return notification.reason() == Reason.TEST;
    }

    static boolean is(Message message) {
        return is(message.notifications().get(0));
    }

    /** The message of a notification whose step is the name of the one who tries. */
    static AlarmMessage of(Notification notification, Receiver receiver) {
        AlarmTarget target = new AlarmTarget(Origin.BOSH, "test", receiver.name(), "", "", "", "");
        Alarm alarm = new Alarm("", target, Resource.NOTIFICATION, Severity.WARNING, AlarmState.ACKNOWLEDGED,
                new Alarm.Reading(0, 0, notification.createdAt()), Alarm.Progress.startedAt(notification.createdAt()),
                null);
        Incident incident = new Incident("", receiver.name(), Severity.WARNING, Incident.State.OPEN,
                notification.createdAt(), null, null, null, "test", "");
        return new AlarmMessage(notification.delivery().messageId(), null, receiver,
                List.of(new Item(notification, alarm, incident, notification.by())));
    }

}
