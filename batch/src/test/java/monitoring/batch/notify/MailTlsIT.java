package monitoring.batch.notify;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import monitoring.batch.notify.DeliveryException.Outcome;
import monitoring.batch.notify.MailProperties.Security;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.notification.AcknowledgeLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/** Mails over TLS, and never without where it is asked for. */
class MailTlsIT {

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static SSLContext trusting;

    private static SSLContext before;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("front.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "front", "-keyalg", "EC", "-dname", "CN=front", "-ext", "SAN=ip:127.0.0.1",
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", file.toString())
            .inheritIO()
            .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("front", store.getCertificate("front"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @BeforeEach
    void begin() throws Exception {
        before = SSLContext.getDefault();
        mails.inbox().clear();
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @Test
    void sendsOverTlsAndAfterStartTls() throws Exception {
        SSLContext.setDefault(trusting);
        try (TlsFront startTls = new TlsFront(trusting, true, mails.inbox().port());
                TlsFront tls = new TlsFront(trusting, false, mails.inbox().port())) {
            assertThat(send(startTls.port(), Security.STARTTLS, "after STARTTLS")).startsWith("250");
            assertThat(send(tls.port(), Security.TLS, "over TLS")).startsWith("250");
        }
        assertThat(mails.inbox().newestFirst()).extracting(Mail::subject).containsExactly("over TLS", "after STARTTLS");
    }

    @Test
    void doesNotSendWithoutTlsToAServerThatHasNone() {
        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> send(mails.inbox().port(), Security.STARTTLS, "in the open"))
            .withMessageContaining("STARTTLS")
            .satisfies((ex) -> assertThat(ex.outcome()).isEqualTo(Outcome.NOT_TAKEN));
        assertThat(mails.inbox().newestFirst()).isEmpty();
    }

    @Test
    void doesNotSendToAServerThatNobodyVouchesFor() throws Exception {
        try (TlsFront tls = new TlsFront(trusting, false, mails.inbox().port());
                TlsFront startTls = new TlsFront(trusting, true, mails.inbox().port())) {
            assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> send(tls.port(), Security.TLS, "to a stranger"));
            assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> send(startTls.port(), Security.STARTTLS, "to a stranger"));
        }
        assertThat(mails.inbox().newestFirst()).isEmpty();
    }

    private static String send(int port, Security security, String subject) {
        NotifyProperties notify = new NotifyProperties(URI.create("https://monitoring.example.org"), Duration.ZERO,
                Duration.ZERO, Duration.ofMinutes(15), 5, 50, Duration.ofSeconds(10), Duration.ofHours(24),
                Duration.ofMinutes(1), Duration.ZERO, URI.create("http://127.0.0.1:9"));
        MailProperties mail = new MailProperties(true, "127.0.0.1", port, security, "", "", "monitoring@localhost",
                Duration.ofSeconds(10));
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T02:10:00Z"), ZoneOffset.UTC);
        return new MailNotifier(mail, notify, new AcknowledgeUrls(mock(AcknowledgeLinks.class), notify, clock), clock)
            .send("ops@example.org", "test", subject, "text", "<p>text</p>");
    }

}
