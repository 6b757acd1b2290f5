package monitoring.relay;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import monitoring.localservers.ElasticsearchExtension;
import monitoring.relay.journal.Journal;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The same as {@link FaultsIT} for what happens around the relay: to its senders, the
 * network, its disk, its certificate, its clock. Needs root, for networks and disks.
 */
class SenderFaultsIT {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    @TempDir
    private Path folder;

    /**
     * A sender that was killed does not know what arrived, and repeats what it is not
     * sure of.
     */
    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheSenderIsKilled(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed)) {
            RelayProcess relay = bed.start();
            Rsyslogd sender = bed.send();
            bed.awaitKept(bed.some());
            sender.kill();
            await().until(() -> relay.metric("relay_relp_sessions") == 0);
            int kept = (int) relay.metric("relay_journal_kept_total");
            Path rest = this.folder.resolve("rest");
            List<String> all = Files.readAllLines(bed.lines);
            Files.write(rest, all.subList(kept - 1 - bed.random.nextInt(Math.min(kept, 1000)), all.size()));
            bed.send(rest, "target=\"127.0.0.1\" port=\"%d\"".formatted(bed.port), List.of());
            bed.verify("kill -9 of the sender after " + kept);
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheNetworkIsCutAndHealed(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed); Wire wire = new Wire()) {
            bed.start("--relay.relp.host=0.0.0.0");
            bed.send(bed.lines, "target=\"%s\" port=\"%d\"".formatted(Wire.HERE, bed.port), wire.inside());
            bed.awaitKept(bed.some());
            wire.cut();
            FaultBed.lasts();
            wire.heal();
            bed.verify("network cut for " + FaultBed.AWAY + " s");
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheDiskOfTheJournalIsFull(long seed) throws Exception {
        Path disk = Files.createDirectories(this.folder.resolve("journal"));
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed);
                SmallDisk small = new SmallDisk(disk)) {
            RelayProcess relay = bed.start("--relay.journal.segment-size=1MB", "--relay.journal.min-free=0B");
            small.fill(128 * 1024);
            bed.send();
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.metric("relay_journal_taking") == 0);
            small.free();
            bed.verify("disk full under the journal");
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheCertificateIsExchanged(long seed) throws Exception {
        X509Bundle ca = new CertificateBuilder().subject("CN=ca")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        Files.writeString(this.folder.resolve("ca.pem"), ca.getCertificatePEM(), StandardCharsets.US_ASCII);
        issue(ca, "vm", "vm1.cell.example.net");
        issue(ca, "relay", "relay.example.net");
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed)) {
            String[] keys = { "--relay.relp.port=-1", "--relay.relp.tls.port=" + bed.port,
                    "--relay.tls.certificate=" + this.folder.resolve("relay.pem"),
                    "--relay.tls.private-key=" + this.folder.resolve("relay.key"),
                    "--relay.tls.ca=" + this.folder.resolve("ca.pem"), "--relay.tls.permitted-peers=*.cell.example.net",
                    "--relay.tls.reload-interval=10ms" };
            RelayProcess relay = bed.start(keys);
            // it begins a new session now and then, which gets the certificate of that
            // moment
            bed.send(bed.lines, """
                    target="127.0.0.1" port="%1$d" tls="on" tls.cacert="%2$s/ca.pem" tls.mycert="%2$s/vm.pem"
                    tls.myprivkey="%2$s/vm.key" tls.authmode="name" tls.permittedpeer=["*.example.net"]
                    rebindInterval="%3$d" """.formatted(bed.port, this.folder, FaultBed.LINES / 10), List.of());
            bed.awaitKept(FaultBed.LINES / 4);
            issue(ca, "relay", "renamed.example.net");
            bed.verify("certificate exchanged");
            assertThat(relay.metric("relay_relp_sessions_ended_total")).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheClockIsSetBack(long seed) throws Exception {
        AtomicLong offset = new AtomicLong();
        InstantSource source = () -> Instant.ofEpochMilli(System.currentTimeMillis() + offset.get());
        Clock clock = source.withZone(ZoneOffset.UTC);
        SpringApplication application = new SpringApplication(Relay.class);
        application.addInitializers((context) -> context.addBeanFactoryPostProcessor((beans) -> {
            ((DefaultListableBeanFactory) beans).removeBeanDefinition("clock");
            beans.registerSingleton("clock", clock);
        }));
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed);
                ConfigurableApplicationContext relay = application.run("--server.port=0", "--relay.relp.host=127.0.0.1",
                        "--relay.relp.port=" + bed.port, "--relay.journal.directory=" + this.folder.resolve("journal"),
                        "--monitoring.elasticsearch.url=" + elasticsearch.url(),
                        "--monitoring.elasticsearch.index=" + bed.index)) {
            bed.send();
            Journal journal = relay.getBean(Journal.class);
            int some = bed.some();
            await().atMost(Duration.ofSeconds(120)).until(() -> journal.durable() >= some);
            offset.set(-Duration.ofHours(1).toMillis());
            bed.verify("clock set back by an hour");
        }
    }

    private void issue(X509Bundle ca, String name, String host) throws Exception {
        X509Bundle issued = new CertificateBuilder().subject("CN=" + host)
            .addSanDnsName(host)
            .rsa2048()
            .buildIssuedBy(ca);
        Files.writeString(this.folder.resolve(name + ".key"), issued.getPrivateKeyPEM());
        Files.writeString(this.folder.resolve(name + ".pem"), issued.getCertificatePEM());
    }

}
