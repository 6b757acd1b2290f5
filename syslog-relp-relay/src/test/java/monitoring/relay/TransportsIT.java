package monitoring.relay;

import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.journal.JournalReader;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.relp.RelpServer;
import monitoring.relay.repeat.KeptTails;
import monitoring.relay.stream.StreamProperties;
import monitoring.relay.stream.StreamServer;
import monitoring.relay.tls.ServerTls;
import monitoring.relay.tls.TlsProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** All ways in, with a real rsyslogd where it speaks them, into a real journal. */
class TransportsIT {

    private static final int COUNT = 2000;

    @TempDir
    private Path folder;

    private Journal journal;

    private X509Bundle ca;

    @BeforeEach
    void open() throws Exception {
        this.journal = new Journal(new JournalProperties(this.folder.resolve("journal"), DataSize.ofGigabytes(1),
                DataSize.ofBytes(0), DataSize.ofMegabytes(8), JournalProperties.Acknowledge.JOURNALED),
                Clock.systemUTC());
        this.ca = new CertificateBuilder().subject("CN=ca").setIsCertificateAuthority(true).rsa2048().buildSelfSigned();
        Files.writeString(this.folder.resolve("ca.pem"), this.ca.getCertificatePEM());
        write("relay", issue("relay.example.net"));
        write("vm", issue("vm1.cell.example.net"));
        Files.write(this.folder.resolve("lines"), IntStream.range(0, COUNT).mapToObj((i) -> "line " + i).toList());
    }

    @AfterEach
    void close() {
        this.journal.close();
    }

    @Test
    void takesRelpOverTlsFromAPermittedName() throws Exception {
        try (RelpServer server = relp(this.folder.resolve("ca.pem"), List.of("*.cell.example.net"));
                Rsyslogd sender = send(server, "vm", "relay.example.net")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == COUNT);
        }
        assertThat(messages()).hasSize(COUNT).contains("line 0", "line " + (COUNT - 1));
    }

    @ParameterizedTest
    @CsvSource({ "SHA-256, SHA256:", "SHA-1, SHA1:" })
    void takesRelpOverTlsFromAPermittedFingerprint(String algorithm, String label) throws Exception {
        X509Bundle self = new CertificateBuilder().subject("CN=alone")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        write("alone", self);
        String fingerprint = fingerprint(algorithm, label, self);
        try (RelpServer server = relp(null, List.of(fingerprint));
                Rsyslogd sender = send(server, "alone", "relay.example.net")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == COUNT);
        }
    }

    @Test
    void isTrustedByASenderThatKnowsItsFingerprint() throws Exception {
        X509Bundle relay = issue("relay.example.net");
        write("relay", relay);
        Path work = Files.createDirectory(this.folder.resolve("work"));
        try (RelpServer server = relp(this.folder.resolve("ca.pem"), List.of());
                Rsyslogd sender = Rsyslogd.sending(work, this.folder.resolve("lines"),
                        target(server, "vm", fingerprint("SHA-1", "SHA1:", relay)).replace("\"name\"",
                                "\"fingerprint\""))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == COUNT);
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(RelpServer.class.getPackageName());
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(appender);
        appender.start();
        return appender;
    }

    private static String fingerprint(String algorithm, String label, X509Bundle bundle) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(bundle.getCertificate().getEncoded());
        return label + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    @Test
    void turnsAwayWhoIsNotPermittedAndSaysWhom() throws Exception {
        ListAppender<ILoggingEvent> said = listen();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (RelpServer server = relp(this.folder.resolve("ca.pem"), List.of("other.example.net"), registry);
                Rsyslogd sender = send(server, "vm", "relay.example.net")) {
            await().atMost(Duration.ofSeconds(30))
                .until(() -> registry.find("relay.relp.sessions.ended")
                    .counters()
                    .stream()
                    .anyMatch((c) -> c.count() >= 2));
            assertThat(this.journal.durable()).isZero();
            assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch((line) -> line.contains("/127.0.0.1:") && line.contains("relay.tls.permitted-peers")
                        && line.contains("vm1.cell.example.net"));
        }
    }

    @Test
    void isNotTrustedByASenderThatExpectsAnotherName() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (RelpServer server = relp(this.folder.resolve("ca.pem"), List.of(), registry);
                Rsyslogd sender = send(server, "vm", "somebody.example.net")) {
            await().atMost(Duration.ofSeconds(30))
                .until(() -> registry.find("relay.relp.sessions.ended")
                    .counters()
                    .stream()
                    .anyMatch((c) -> c.count() >= 1));
            assertThat(this.journal.durable()).isZero();
        }
    }

    @Test
    void takesANewCertificateWithoutDroppingSessions() throws Exception {
        try (RelpServer server = relp(this.folder.resolve("ca.pem"), List.of());
                Rsyslogd sender = send(server, "vm", "relay.example.net")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == COUNT);
            write("relay", issue("renamed.example.net"));
            Files.write(this.folder.resolve("lines"), List.of("old session"), StandardOpenOption.APPEND);
            await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == COUNT + 1);
            Path second = Files.createDirectory(this.folder.resolve("second"));
            try (Rsyslogd other = Rsyslogd.sending(second, this.folder.resolve("lines"),
                    target(server, "vm", "renamed.example.net"))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> this.journal.durable() == 2 * COUNT + 2);
            }
        }
    }

    @Test
    void takesPlainSyslogOverTcpAndUdp() throws Exception {
        StreamProperties properties = new StreamProperties("127.0.0.1", 0, -1, 0, DataSize.ofKilobytes(8), 10,
                Duration.ofHours(1));
        ServerTls off = new ServerTls(new TlsProperties(null, null, null, List.of(),
                TlsProperties.ClientCertificate.REQUIRED, Duration.ofSeconds(1)));
        try (StreamServer server = new StreamServer(properties, this.journal, off, new SimpleMeterRegistry())) {
            try (Socket socket = new Socket("127.0.0.1", server.ports().get(0))) {
                OutputStream out = socket.getOutputStream();
                out.write("<13>by line\n7 <13>a\nb<13>by line again\r\n".getBytes(StandardCharsets.UTF_8));
                await().until(() -> this.journal.durable() == 3);
            }
            try (DatagramSocket socket = new DatagramSocket()) {
                byte[] content = "<13>by datagram\n".getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(content, content.length, InetAddress.getLoopbackAddress(),
                        server.ports().get(1)));
                await().until(() -> this.journal.durable() == 4);
            }
        }
        assertThat(messages()).containsExactly("<13>by line", "<13>a\nb", "<13>by line again", "<13>by datagram");
    }

    private RelpServer relp(Path authorities, List<String> permitted) {
        return relp(authorities, permitted, new SimpleMeterRegistry());
    }

    private RelpServer relp(Path authorities, List<String> permitted, SimpleMeterRegistry registry) {
        RelpProperties properties = new RelpProperties("127.0.0.1", -1, DataSize.ofKilobytes(128),
                RelpProperties.Oversize.TRUNCATE, 10, 10, Duration.ofSeconds(30), Duration.ofSeconds(30), 65536, 8192,
                DataSize.ofKilobytes(128), Duration.ofSeconds(1), new RelpProperties.Tls(0));
        TlsProperties tls = new TlsProperties(this.folder.resolve("relay.pem"), this.folder.resolve("relay.key"),
                authorities, permitted, TlsProperties.ClientCertificate.REQUIRED, Duration.ofMillis(50));
        return new RelpServer(properties, this.journal, new KeptTails(8192, 16), new ServerTls(tls), registry);
    }

    private Rsyslogd send(RelpServer server, String as, String expected) throws Exception {
        Path work = Files.createDirectory(this.folder.resolve("work"));
        return Rsyslogd.sending(work, this.folder.resolve("lines"), target(server, as, expected));
    }

    private String target(RelpServer server, String as, String expected) {
        return """
                target="127.0.0.1" port="%1$d" tls="on" tls.cacert="%2$s/ca.pem" tls.mycert="%2$s/%3$s.pem"
                tls.myprivkey="%2$s/%3$s.key" tls.authmode="name" tls.permittedpeer=["%4$s"]
                """.formatted(server.ports().get(0), this.folder, as, expected);
    }

    private X509Bundle issue(String name) throws Exception {
        return new CertificateBuilder().subject("CN=" + name).addSanDnsName(name).rsa2048().buildIssuedBy(this.ca);
    }

    private void write(String name, X509Bundle bundle) throws Exception {
        Files.writeString(this.folder.resolve(name + ".key"), bundle.getPrivateKeyPEM());
        Files.writeString(this.folder.resolve(name + ".pem"), bundle.getCertificatePEM());
    }

    private List<String> messages() throws InterruptedException {
        List<String> found = new ArrayList<>();
        try (JournalReader reader = this.journal.read(0)) {
            for (JournalBlock block = reader.next(Duration.ZERO); block != null; block = reader.next(Duration.ZERO)) {
                for (int i = 0; i < block.count(); i++) {
                    found.add(
                            new String(block.content(), block.starts()[i], block.lengths()[i], StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

}
