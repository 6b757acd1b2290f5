package monitoring.storage.notification;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * The right of one receiver to take, once, what one message told it.
 *
 * @param messageId of the message
 * @param receiverId to whom it went
 * @param expiresAt from when on it is void, in whole seconds
 */
public record AcknowledgeLink(String messageId, String receiverId, Instant expiresAt) {

    public AcknowledgeLink {
        requireNonNull(receiverId, "receiverId");
        requireNonNull(expiresAt, "expiresAt");
        if (messageId.isBlank()) {
            throw new IllegalArgumentException("messageId: blank (expected: of the message that carries the link)");
        }
    }

    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(this.expiresAt);
    }

}
