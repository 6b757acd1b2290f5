package monitoring.batch.notify;

import monitoring.storage.notification.MessageText;

/**
 * That a message was taken.
 *
 * @param answer what the server said
 * @param text what it was given
 */
public record Receipt(String answer, MessageText text) {

    public Receipt {
        answer = answer.strip();
    }

}
