package monitoring.batch.notify;

import java.util.List;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Receiver;

import org.jspecify.annotations.Nullable;

/** What one receiver is told at once. */
public sealed interface Message permits AlarmMessage, ScalingMessage {

    /**
     * Stable id of the message, so that sending it again is recognised; empty until it is
     * taken for sending.
     */
    String id();

    /** Id of the message that it answers, null if it begins a thread. */
    @Nullable String inReplyTo();

    Receiver receiver();

    /** The rows of the outbox that it tells, the first being the one that leads. */
    List<Notification> notifications();

    /**
     * The same message as it goes out.
     * @param id its id from now on
     * @param taken the rows that are told; what else it held is left out
     */
    Message as(String id, List<Notification> taken);

    /**
     * Whether it is an alarm that a receiver cannot be told when this row is given up.
     * What tells of such an alarm raises none.
     */
    boolean isMissed(Notification givenUp);

}
