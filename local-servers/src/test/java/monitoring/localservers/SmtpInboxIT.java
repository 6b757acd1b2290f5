package monitoring.localservers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SmtpInboxIT {

    @RegisterExtension
    static final SmtpInboxExtension extension = new SmtpInboxExtension();

    @Test
    void showsMailsDecodedAndNewestFirst(@TempDir Path folder) throws Exception {
        try (SmtpInbox inbox = SmtpInbox.start(folder, 0, 0)) {
            send(inbox, "first", "admin@example.org");
            send(inbox, "경보: CPU 95 %", "admin@example.org", "second@example.org");

            JsonNode mails = JsonMapper.shared().readTree(get(inbox.url() + "/messages"));

            assertThat(mails.size()).isEqualTo(2);
            JsonNode newest = mails.get(0);
            assertThat(newest.get("subject").asString()).isEqualTo("경보: CPU 95 %");
            assertThat(newest.get("from").asString()).isEqualTo("모니터링 <monitoring@example.org>");
            assertThat(newest.get("to").asString()).isEqualTo("admin@example.org, second@example.org");
            assertThat(newest.get("date").asString()).isEqualTo("2026-11-21T08:00:00Z");
            assertThat(newest.get("text").asString()).isEqualTo("본문");
            assertThat(newest.get("html").asString()).isEqualTo("<p>본문</p>");
            assertThat(newest.get("messageId").asString()).startsWith("<").endsWith(">");
            assertThat(newest.get("inReplyTo").asString()).isEqualTo("<thread@example.org>");
            assertThat(get(inbox.url() + "/")).contains("<title>Inbox</title>");
        }
    }

    @Test
    void findsItsMailsAgain(@TempDir Path folder) throws Exception {
        try (SmtpInbox inbox = SmtpInbox.start(folder, 0, 0)) {
            send(inbox, "kept", "admin@example.org");
        }
        try (SmtpInbox inbox = SmtpInbox.start(folder, 0, 0)) {
            send(inbox, "new", "admin@example.org");
            assertThat(inbox.newestFirst()).extracting(Mail::subject).containsExactly("new", "kept");
        }
    }

    @Test
    void refusesMailsAsOftenAsTold() throws Exception {
        SmtpInbox inbox = extension.inbox();
        inbox.clear();
        inbox.refuseNext(1, "451 4.3.0 try later");

        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(inbox, "refused", "a@example.org"))
            .withMessageContaining("451 4.3.0 try later");
        send(inbox, "taken", "a@example.org");

        assertThat(inbox.newestFirst()).extracting(Mail::subject).containsExactly("taken");
    }

    @Test
    void refusesOneRecipient() throws Exception {
        SmtpInbox inbox = extension.inbox();
        inbox.clear();
        inbox.refuseRecipient("gone@example.org", "550 5.1.1 no such user");

        assertThatExceptionOfType(MessagingException.class)
            .isThrownBy(() -> send(inbox, "refused", "gone@example.org"));
        send(inbox, "taken", "here@example.org");

        assertThat(inbox.newestFirst()).extracting(Mail::subject).containsExactly("taken");
    }

    @Test
    void canKeepAMailWithoutSayingSo() {
        SmtpInbox inbox = extension.inbox();
        inbox.clear();
        inbox.keepNextWithoutReply(1);

        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(inbox, "in doubt", "a@example.org"));

        assertThat(inbox.newestFirst()).extracting(Mail::subject).containsExactly("in doubt");
    }

    private static void send(SmtpInbox inbox, String subject, String... recipients) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(inbox.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("monitoring@example.org", "모니터링", "UTF-8"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(Instant.parse("2026-11-21T08:00:00Z")));
        message.setHeader("In-Reply-To", "<thread@example.org>");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("본문", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>본문</p>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
            .body();
    }

}
