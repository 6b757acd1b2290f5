package monitoring.localservers;

import java.time.Instant;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * One mail as it arrived, its headers and bodies decoded.
 *
 * @param id its number in the inbox, from 1
 * @param date what the sender wrote into its header
 * @param text the plain text body
 * @param html the HTML body
 */
public record Mail(long id, @Nullable String messageId, @Nullable String inReplyTo, @Nullable String from,
        @Nullable String to, @Nullable String subject, @Nullable Instant date, @Nullable String text,
        @Nullable String html) {

    static Mail of(long id, MimeMessage message) throws MessagingException {
        return new Mail(id, message.getMessageID(), message.getHeader("In-Reply-To", null),
                addresses(message.getHeader("From", ",")), addresses(message.getHeader("To", ",")),
                message.getSubject(), (message.getSentDate() == null) ? null : message.getSentDate().toInstant(),
                MailBody.find(message, "text/plain"), MailBody.find(message, "text/html"));
    }

    private static String readable(InternetAddress address) {
        String name = address.getPersonal();
        return (name == null) ? address.getAddress() : name + " <" + address.getAddress() + ">";
    }

    private static @Nullable String addresses(@Nullable String header) throws MessagingException {
        if (header == null) {
            return null;
        }
        StringBuilder readable = new StringBuilder();
        for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
            readable.append(readable.isEmpty() ? "" : ", ").append(readable(address));
        }
        return readable.toString();
    }

}
