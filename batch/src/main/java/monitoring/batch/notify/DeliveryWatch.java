package monitoring.batch.notify;

import monitoring.storage.notification.Receiver;

/** Hears, within the transaction that keeps it, which receivers are reached. */
public interface DeliveryWatch {

    /** A receiver was told something. */
    void delivered(Receiver receiver);

    /**
     * A message to a receiver was given up.
     * @param words what its server said at last
     */
    void givenUp(Receiver receiver, String words);

}
