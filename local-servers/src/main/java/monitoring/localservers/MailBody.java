package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import org.jspecify.annotations.Nullable;

/** Finds the body of one type in a mail, however deep its parts are nested. */
final class MailBody {

    private MailBody() {
    }

    static @Nullable String find(Part part, String type) throws MessagingException {
        try {
            Object content = part.getContent();
            if (content instanceof Multipart parts) {
                return findIn(parts, type);
            }
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            return (part.isMimeType(type) && !attached) ? content.toString() : null;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The mail's " + type + " body cannot be decoded", ex);
        }
    }

    private static @Nullable String findIn(Multipart parts, String type) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            String body = find(parts.getBodyPart(i), type);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

}
