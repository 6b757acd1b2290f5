package monitoring.storage.notification;

import static java.util.Objects.requireNonNull;

/**
 * What a receiver was sent, without links that act on behalf of the receiver.
 *
 * @param title one line; empty where the channel has none
 * @param body text, or the JSON of a webhook; kept up to 16,000 characters
 */
public record MessageText(String title, String body) {

    public MessageText {
        requireNonNull(title, "title");
        requireNonNull(body, "body");
    }

}
