package monitoring.batch.notify;

import java.time.Clock;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import monitoring.batch.notify.MailProperties.Security;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Receiver.Channel;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Sends mails over SMTP and tells what is known when that fails. */
public final class MailNotifier implements Notifier {

    private final MailProperties properties;

    private final MailText text;

    private final AcknowledgeUrls acknowledging;

    private final String domain;

    private final Clock clock;

    private final Session session;

    public MailNotifier(MailProperties properties, NotifyProperties notify, AcknowledgeUrls acknowledging,
            Clock clock) {
        this.properties = properties;
        this.text = new MailText(notify, clock);
        this.acknowledging = acknowledging;
        this.domain = notify.dashboardUrl().getHost();
        this.clock = clock;
        this.session = Session.getInstance(smtp(properties));
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Receipt send(Message message) {
        String link = this.acknowledging.of(message);
        MailText.Text written = this.text.write(message, link);
        String answer = send(message.receiver().address(), message.id(), message.inReplyTo(), written);
        String kept = link.isEmpty() ? written.plain() : written.plain().replace(link, AcknowledgeUrls.HIDDEN);
        return new Receipt(answer, new MessageText(written.subject(), kept));
    }

    /**
     * Sends a mail that is no message on alarms.
     * @param address to whom
     * @param name of what it is about, the same when it is sent again
     * @return what the server said
     * @throws DeliveryException if it was not taken, or nobody knows
     */
    public String send(String address, String name, String subject, String plain, String html) {
        String id = "<" + name + "." + Integer.toHexString(address.hashCode()) + "@" + this.domain + ">";
        return send(address, id, null, new MailText.Text(subject, plain, html));
    }

    private String send(String address, String id, @Nullable String inReplyTo, MailText.Text written) {
        if (!this.properties.enabled()) {
            throw DeliveryException.switchedOff("batch.mail.enabled: false (expected: true for mails to be sent)");
        }
        try {
            return send(mail(address, id, inReplyTo, written));
        }
        catch (MessagingException ex) {
            throw failure(ex);
        }
    }

    /**
     * Says whether the next mail would be taken.
     * @throws DeliveryException if it would not
     */
    public void check() {
        if (!this.properties.enabled()) {
            return;
        }
        try {
            closeQuietly(connect());
        }
        catch (MessagingException ex) {
            throw failure(ex);
        }
    }

    private String send(MimeMessage mail) throws MessagingException {
        Transport transport = connect();
        try {
            Address[] to = mail.getAllRecipients();
            transport.sendMessage(mail, to);
            return (transport instanceof SMTPTransport smtp) ? smtp.getLastServerResponse() : "taken";
        }
        finally {
            closeQuietly(transport); // what it answers to QUIT changes nothing
        }
    }

    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        }
        catch (MessagingException ignored) {
            // the mail was taken, or its failure is on its way up already
        }
    }

    private Transport connect() throws MessagingException {
        Transport transport = this.session.getTransport("smtp");
        String user = this.properties.username();
        transport.connect(this.properties.host(), this.properties.port(), user.isEmpty() ? null : user,
                user.isEmpty() ? null : this.properties.password());
        return transport;
    }

    private MimeMessage mail(String address, String id, @Nullable String inReplyTo, MailText.Text written)
            throws MessagingException {
        MimeMessage mail = new IdentifiedMail(this.session, id);
        mail.setFrom(new InternetAddress(this.properties.from()));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient(address));
        mail.setSubject(written.subject(), "UTF-8");
        mail.setSentDate(Date.from(this.clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (inReplyTo != null) {
            mail.setHeader("In-Reply-To", inReplyTo);
            mail.setHeader("References", inReplyTo);
        }
        mail.setContent(body(written));
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress recipient(String address) {
        try {
            return new InternetAddress(address, true);
        }
        catch (AddressException ex) {
            throw DeliveryException.refused("address: " + address + " (expected: such as name@example.org)", ex);
        }
    }

    private static Multipart body(MailText.Text written) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(written.plain(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(written.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private DeliveryException failure(MessagingException ex) {
        String message = this.properties + " (batch.mail.host): " + words(ex);
        if (ex instanceof AuthenticationFailedException) {
            return DeliveryException.notTaken(message, ex);
        }
        if (ex instanceof SMTPSendFailedException failed && isAfterData(failed)) {
            int code = failed.getReturnCode();
            return (code >= 500) ? DeliveryException.refused(message, ex)
                    : (code >= 400) ? DeliveryException.notTaken(message, ex) : DeliveryException.unknown(message, ex);
        }
        if (ex instanceof SendFailedException failed && isRefusedAddress(failed)) {
            return DeliveryException.refused(message, ex);
        }
        return (ex.getNextException() instanceof java.io.IOException && !isConnecting(ex))
                ? DeliveryException.unknown(message, ex) : DeliveryException.notTaken(message, ex);
    }

    /** What the server said of an address stands in the exceptions behind the first. */
    private static String words(MessagingException ex) {
        StringBuilder words = new StringBuilder(String.valueOf(ex.getMessage()).strip());
        for (Exception next = ex.getNextException(); next != null; next = (next instanceof MessagingException nested)
                ? nested.getNextException() : null) {
            String more = String.valueOf(next.getMessage()).strip();
            if (words.indexOf(more) < 0) {
                words.append(": ").append(more);
            }
        }
        return words.toString();
    }

    private static boolean isConnecting(MessagingException ex) {
        return ex instanceof org.eclipse.angus.mail.util.MailConnectException;
    }

    private static boolean isAfterData(SMTPSendFailedException failed) {
        String command = failed.getCommand();
        return command != null && command.strip().equals(".");
    }

    private static boolean isRefusedAddress(SendFailedException failed) {
        for (Exception next = failed.getNextException(); next instanceof MessagingException nested; next = nested
            .getNextException()) {
            if (next instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                return true;
            }
        }
        return false;
    }

    private static Properties smtp(MailProperties properties) {
        Properties smtp = new Properties();
        String timeout = String.valueOf(properties.timeout().toMillis());
        smtp.setProperty("mail.smtp.connectiontimeout", timeout);
        smtp.setProperty("mail.smtp.timeout", timeout);
        smtp.setProperty("mail.smtp.writetimeout", timeout);
        smtp.setProperty("mail.smtp.auth", String.valueOf(!properties.username().isEmpty()));
        smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(properties.security() == Security.STARTTLS));
        smtp.setProperty("mail.smtp.starttls.required", String.valueOf(properties.security() == Security.STARTTLS));
        smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(properties.security() == Security.TLS));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return smtp;
    }

    /** A mail that keeps the id that it was given. */
    private static final class IdentifiedMail extends MimeMessage {

        private final String id;

        private IdentifiedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", this.id);
        }

    }

}
