package monitoring.storage.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.jspecify.annotations.Nullable;

/** The receivers and the outbox. Takes part in the caller's transaction. */
public interface NotificationStore {

    List<Receiver> receivers();

    Optional<Receiver> receiver(String id);

    /**
     * Keeps a receiver.
     * @param receiver with an empty id for a new one
     * @param user who changed it
     * @return the receiver as it is kept
     */
    Receiver save(Receiver receiver, String user);

    void deleteReceiver(String id);

    /**
     * Puts a notification into the outbox.
     * @return whether it is new; false if the same was put there before
     */
    boolean enqueue(Notification notification);

    Optional<Notification> find(String id);

    /** What is queued and due, oldest first. */
    List<Notification> due(Instant now, int limit);

    /**
     * Takes a queued notification for one attempt: counts the attempt and makes it due
     * again only later, so that nobody else tries it meanwhile, and so that somebody does
     * if the taker dies.
     * @param seen as {@link #due} gave it
     * @param until when it is due again if nothing becomes of the attempt
     * @return whether it is the caller's; false if somebody else took it or changed it
     */
    boolean claim(Notification seen, Instant until);

    /** How many messages a channel took for a receiver since a moment. */
    int sentSince(String receiverId, Instant since);

    /** Keeps what became of a notification. */
    void update(Notification notification);

    /**
     * Keeps what a message said.
     * @param leader the notification that led it
     */
    void keepText(Notification leader, MessageText text);

    /** What the message said by which a notification was told; empty where none was. */
    Optional<MessageText> text(Notification notification);

    /** All notifications of an incident, oldest first. */
    List<Notification> ofIncident(String incidentId);

    /** The last notifications of an incident, newest first. */
    List<Notification> ofIncident(String incidentId, int limit);

    /** All notifications of an alarm, oldest first. */
    List<Notification> ofAlarm(String alarmId);

    /** What one message told one receiver, oldest first. */
    List<Notification> ofMessage(String messageId, String receiverId);

    /** Newest first. */
    default PageOf<Notification> list(PageRequest page) {
        return list(null, "", page);
    }

    /**
     * Newest first.
     * @param state only in this state, null for any
     * @param receiverId only to this receiver, empty for any
     */
    PageOf<Notification> list(Notification.@Nullable State state, String receiverId, PageRequest page);

}
