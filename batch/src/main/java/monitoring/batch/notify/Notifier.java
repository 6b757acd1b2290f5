package monitoring.batch.notify;

import monitoring.storage.notification.Receiver.Channel;

/** A way that messages go out. */
public interface Notifier {

    Channel channel();

    /**
     * Hands a message over.
     * @return what the server said, and to what
     * @throws DeliveryException if it was not taken, or nobody knows
     */
    Receipt send(Message message);

}
