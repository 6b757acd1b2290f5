package monitoring.batch.notify;

import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What one receiver is told at once: one incident, or several as a digest.
 *
 * @param id stable id of the message, so that sending it again is recognised; empty until
 * it is taken for sending
 * @param inReplyTo id of the first message on the incident, null for the first and for a
 * digest
 * @param receiver to whom
 * @param items what is told, the worst first; copied
 */
public record Message(String id, @Nullable String inReplyTo, Receiver receiver, List<Item> items) {

    public Message {
        requireNonNull(id, "id");
        requireNonNull(receiver, "receiver");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items for " + receiver + ": none (expected: at least one)");
        }
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
    public record Item(Notification notification, Alarm alarm, Incident incident, String by) {
    }

}
