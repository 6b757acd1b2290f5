package monitoring.storage.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One message on one incident to one receiver; a row of the outbox. It is unique by
 * receiver, alarm, reason and step, so that it is told once.
 *
 * @param id empty while it is not kept
 * @param incidentId of the incident, null if it is of none
 * @param alarmId of the alarm, null for a digest
 * @param receiverId to whom; {@code app:<GUID>} for the owner of an app's policy
 * @param reason why
 * @param step key of the alarm's step that it is about, unique within alarm and reason
 * @param delivery what became of it
 * @param createdAt when the step was taken
 */
public record Notification(String id, @Nullable String incidentId, @Nullable String alarmId, String receiverId,
        Reason reason, String step, Delivery delivery, Instant createdAt) {

    public Notification {
        requireNonNull(id, "id");
        requireNonNull(receiverId, "receiverId");
        requireNonNull(reason, "reason");
        requireNonNull(step, "step");
        requireNonNull(delivery, "delivery");
        requireNonNull(createdAt, "createdAt");
    }

    /** A message that tries whether a receiver can be told. */
    public static Notification test(String receiverId, String user, Instant now) {
        return new Notification("", null, null, receiverId, Reason.TEST, now + " " + user, Delivery.queued(now), now);
    }

    /** Who made a message that tries a receiver; empty for all others. */
    public String by() {
        return (this.reason == Reason.TEST) ? this.step.substring(this.step.indexOf(' ') + 1) : "";
    }

    /** The same notification with another outcome. */
    public Notification with(Delivery delivery) {
        return new Notification(this.id, this.incidentId, this.alarmId, this.receiverId, this.reason, this.step,
                delivery, this.createdAt);
    }

    /** What can become of a notification. */
    public enum State {

        /** To be sent, or to be sent again. */
        QUEUED,
        /** The channel took it. */
        SENT,
        /** Sent within another one. */
        GROUPED,
        /** Never sent, for the reason in its detail. */
        SUPPRESSED,
        /** Tried for long enough. */
        GIVEN_UP

    }

    /**
     * What became of it so far.
     *
     * @param state where it is
     * @param attempts how often it was tried
     * @param dueAt when it is to be tried next
     * @param sentAt when the channel took it, null if it did not
     * @param messageId of the mail, empty before it is sent
     * @param detail the server's words, or why it was not told
     */
    public record Delivery(State state, int attempts, Instant dueAt, @Nullable Instant sentAt, String messageId,
            String detail) {

        public Delivery {
            requireNonNull(state, "state");
            requireNonNull(dueAt, "dueAt");
            requireNonNull(messageId, "messageId");
            requireNonNull(detail, "detail");
        }

        /** To be sent as soon as possible from a moment on. */
        public static Delivery queued(Instant dueAt) {
            return new Delivery(State.QUEUED, 0, dueAt, null, "", "");
        }

    }

}
