package monitoring.localservers;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/** How an inbox misbehaves next: what a test tells it, in the order it was told. */
final class SmtpScript {

    static final String DROP = "";

    private final Map<String, String> recipients = new ConcurrentHashMap<>();

    private final Queue<String> mails = new ConcurrentLinkedQueue<>();

    void refuseRecipient(String address, String reply) {
        this.recipients.put(address, reply);
    }

    void next(int times, String reply) {
        for (int i = 0; i < times; i++) {
            this.mails.add(reply);
        }
    }

    @Nullable String replyTo(String recipient) {
        return this.recipients.get(recipient);
    }

    boolean dropsNext() {
        return this.mails.remove(DROP);
    }

    /** The reply that refuses the mail which was just sent, or null when it is taken. */
    @Nullable String replyToMail() {
        String next = this.mails.peek();
        return (next == null || next.equals(DROP)) ? null : this.mails.poll();
    }

    void clear() {
        this.recipients.clear();
        this.mails.clear();
    }

}
