package monitoring.batch.notify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.scaling.ScalingStore;

/**
 * Makes messages of the scaling events that are due for a receiver: one of all that are
 * new, and the others again as they were.
 */
public final class ScalingGrouping {

    private final OutboxRows rows;

    private final ScalingStore scalings;

    private final InventoryStore inventory;

    public ScalingGrouping(NotificationStore notifications, ScalingStore scalings, InventoryStore inventory) {
        this.rows = new OutboxRows(notifications);
        this.scalings = scalings;
        this.inventory = inventory;
    }

    List<Message> messages(Receiver receiver, List<Notification> due) {
        Map<String, List<ScalingMessage.Item>> byMessage = new LinkedHashMap<>();
        due.forEach((one) -> this.scalings.find(one.step())
            .ifPresentOrElse(
                    (event) -> byMessage.computeIfAbsent(one.delivery().messageId(), (messageId) -> new ArrayList<>())
                        .add(new ScalingMessage.Item(one, event,
                                ScalingTelling.ownerPath(this.inventory, event.decision().appGuid()),
                                this.scalings.refusals(event.decision()))),
                    () -> this.rows.suppress(one, "its scaling event is gone")));
        List<Message> messages = new ArrayList<>();
        byMessage.forEach((messageId, items) -> messages.add(new ScalingMessage(messageId, receiver, items)));
        return messages;
    }

}
