package monitoring.batch.notify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;
import monitoring.storage.scaling.ScalingEvent;

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
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items for " + receiver + ": none (expected: at least one)");
        }
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
        Map<String, Notification> byId = taken.stream()
            .collect(Collectors.toMap(Notification::id, Function.identity()));
        return new ScalingMessage(id, this.receiver,
                this.items.stream()
                    .filter((item) -> byId.containsKey(item.notification().id()))
                    .map((item) -> new Item(byId.get(item.notification().id()), item.event(), item.where()))
                    .toList());
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
     */
    public record Item(Notification notification, ScalingEvent event, String where) {
    }

}
