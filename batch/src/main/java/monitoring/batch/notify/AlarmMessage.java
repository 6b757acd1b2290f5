package monitoring.batch.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Steps of alarms: of one incident, or of several as a digest.
 *
 * @param id stable id of the message; empty until it is taken for sending
 * @param inReplyTo id of the first message on the incident, null for the first and for a
 * digest
 * @param receiver to whom
 * @param items what is told, the worst first; copied
 */
public record AlarmMessage(String id, @Nullable String inReplyTo, Receiver receiver,
        List<Item> items) implements Message {

    public AlarmMessage {
        requireNonNull(id, "id");
        requireNonNull(receiver, "receiver");
        items = Told.copy(items, receiver);
    }

    @Override
    public List<Notification> notifications() {
        return this.items.stream().map(Item::notification).toList();
    }

    @Override
    public AlarmMessage as(String id, List<Notification> taken) {
        return new AlarmMessage(id, this.inReplyTo, this.receiver, Told.taken(this.items, taken));
    }

    @Override
    public boolean isMissed(Notification givenUp) {
        return this.items.stream()
            .filter((item) -> item.notification().id().equals(givenUp.id()))
            .anyMatch((item) -> item.alarm().resource() != Resource.NOTIFICATION);
    }

    /**
     * Each alarm once, for what came about first: after a silence or an outage several
     * steps of one alarm are due together.
     */
    List<Item> shown() {
        Map<String, Item> byAlarm = new LinkedHashMap<>();
        this.items.forEach((item) -> byAlarm.putIfAbsent(item.alarm().id(), item));
        return List.copyOf(byAlarm.values());
    }

    /** Whether it is about more than one incident. */
    boolean isDigest() {
        return this.items.stream().map((item) -> item.incident().id()).distinct().count() > 1;
    }

    Item first() {
        return this.items.get(0);
    }

    /**
     * One step of one alarm.
     *
     * @param notification its row of the outbox
     * @param alarm as it is now
     * @param incident to which it belongs
     * @param by who acknowledged or resolved it, where that is what is told; else empty
     */
    public record Item(Notification notification, Alarm alarm, Incident incident, String by) implements Told<Item> {

        @Override
        public Item as(Notification row) {
            return new Item(row, this.alarm, this.incident, this.by);
        }

    }

}
