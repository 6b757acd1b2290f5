package monitoring.relay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.ElasticsearchServer;
import monitoring.localservers.FreePort;
import monitoring.relay.relp.RelpServer;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a real rsyslogd sends is found in a real Elasticsearch, all of it and each line
 * once, whatever happens on the way. {@code -Dfault.lines}, {@code -Dfault.seed} for
 * more.
 */
class FaultsIT {

    private static final Logger logger = LoggerFactory.getLogger(FaultsIT.class);

    private static final int LINES = Integer.getInteger("fault.lines", 20_000);

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final Random random = new Random(Long.getLong("fault.seed", 1));

    private final String index = "fault-" + UUID.randomUUID();

    private final int port = FreePort.find();

    private final int managementPort = FreePort.find();

    @TempDir
    private Path folder;

    private Path lines;

    private ConfigurableApplicationContext reading;

    @BeforeEach
    void write() throws Exception {
        this.lines = this.folder.resolve("lines");
        Oracle.write(this.lines, LINES);
    }

    @AfterEach
    void close() {
        if (this.reading != null) {
            this.reading.close();
        }
    }

    @ParameterizedTest
    @EnumSource(FaultyProxy.Fault.class)
    void losesNothingWhenBulksFail(FaultyProxy.Fault fault) throws Exception {
        try (FaultyProxy proxy = new FaultyProxy(URI.create(elasticsearch.url()), fault);
                ConfigurableApplicationContext relay = new SpringApplication(Relay.class).run("--server.port=0",
                        "--relay.relp.host=127.0.0.1", "--relay.relp.port=0",
                        "--relay.journal.directory=" + this.folder.resolve("journal"),
                        "--monitoring.elasticsearch.url=" + proxy.url(),
                        "--monitoring.elasticsearch.index=" + this.index, "--monitoring.elasticsearch.read-timeout=2s",
                        "--relay.index.max-back-off=1s");
                Rsyslogd sender = send(relay.getBean(RelpServer.class).ports().get(0))) {
            verify(fault.name());
            assertThat(proxy.spoiled()).isPositive();
        }
    }

    @Test
    void losesNothingWhenTheRelayIsKilled() throws Exception {
        RelayProcess relay = relay(elasticsearch.url());
        relay.awaitListening();
        try (Rsyslogd sender = send(this.port)) {
            for (int kills = 0; kills < Integer.getInteger("fault.kills", 3); kills++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(this.random.nextInt(1500)));
                relay.kill();
                relay = relay(elasticsearch.url());
                relay.awaitListening();
            }
            verify("kill -9 of the relay");
        }
        finally {
            relay.close();
        }
    }

    @Test
    void losesNothingWhenElasticsearchIsAway(@TempDir Path home) throws Exception {
        ElasticsearchServer server = ElasticsearchServer.start(home, 0);
        try (RelayProcess relay = relay(server.url())) {
            relay.awaitListening();
            try (Rsyslogd sender = send(this.port)) {
                ProcessHandle.of(server.child().pid()).ifPresent(ProcessHandle::destroyForcibly);
                server.child().onExit().join();
                server = ElasticsearchServer.start(home, server.port());
                verify("kill -9 of Elasticsearch", server.url());
            }
        }
        finally {
            server.close();
        }
    }

    private RelayProcess relay(String url) {
        return RelayProcess.start(this.folder, this.port, this.managementPort,
                List.of("--monitoring.elasticsearch.url=" + url, "--monitoring.elasticsearch.index=" + this.index,
                        "--relay.index.max-back-off=1s"));
    }

    private Rsyslogd send(int to) throws Exception {
        return Rsyslogd.sending(this.folder, this.lines, "target=\"127.0.0.1\" port=\"%d\"".formatted(to));
    }

    private void verify(String fault) {
        verify(fault, elasticsearch.url());
    }

    private void verify(String fault, String url) {
        LogStore store = store(url);
        await().atMost(Duration.ofSeconds(180))
            .pollInterval(Duration.ofSeconds(1))
            .ignoreExceptionsInstanceOf(LogStoreException.class)
            .untilAsserted(() -> assertThat(ask(store).missing()).isZero());
        // what is repeated comes soon after a session begins, or not at all
        await().during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(ask(store).twice()).isZero());
        logger.warn("{}: {}", fault, ask(store));
    }

    /** What was refused is not lost: it is a dead letter. */
    private Oracle ask(LogStore store) {
        return Oracle.ask(store, LINES).and(this.reading.getBean(DeadLetterStore.class));
    }

    private LogStore store(String url) {
        this.reading = new SpringApplicationBuilder(ElasticsearchConfiguration.class).web(WebApplicationType.NONE)
            .run("--monitoring.elasticsearch.url=" + url, "--monitoring.elasticsearch.index=" + this.index);
        return this.reading.getBean(LogStore.class);
    }

}
