package monitoring.batch.notify;

import java.util.List;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStreak;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What became of asking the AutoScale server, of one app or of several.
 *
 * @param id stable id of the message; empty until it is taken for sending
 * @param receiver to whom
 * @param items what is told, the oldest first; copied
 */
public record ScalingMessage(String id, Receiver receiver, List<Item> items) implements Message {

    public ScalingMessage {
        requireNonNull(id, "id");
        requireNonNull(receiver, "receiver");
        items = Told.copy(items, receiver);
    }

    @Override
    public @Nullable String inReplyTo() {
        return null;
    }

    @Override
    public List<Notification> notifications() {
        return this.items.stream().map(Item::notification).toList();
    }

    @Override
    public ScalingMessage as(String id, List<Notification> taken) {
        return new ScalingMessage(id, this.receiver, Told.taken(this.items, taken));
    }

    @Override
    public boolean isMissed(Notification givenUp) {
        return true;
    }

    /**
     * One scaling event.
     *
     * @param notification its row of the outbox
     * @param event what came of asking
     * @param where organization / space of the app; empty if it is gone
     * @param streak since when the server has not done it, and how often; of none where
     * it did
     */
    public record Item(Notification notification, ScalingEvent event, String where,
            ScalingStreak streak) implements Told<Item> {

        @Override
        public Item as(Notification row) {
            return new Item(row, this.event, this.where, this.streak);
        }

    }

}
