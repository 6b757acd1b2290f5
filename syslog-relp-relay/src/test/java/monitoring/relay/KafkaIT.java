package monitoring.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.FreePort;
import monitoring.localservers.KafkaExtension;
import monitoring.localservers.KafkaServer;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From a real rsyslogd over a relay into a real Kafka broker, and from there over an
 * indexer into a real Elasticsearch.
 */
class KafkaIT {

    private static final Logger logger = LoggerFactory.getLogger(KafkaIT.class);

    private static final int LINES = Integer.getInteger("fault.lines", 10_000);

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private final String index = "kafka-" + UUID.randomUUID();

    private final int port = FreePort.find();

    private final int relayManagement = FreePort.find();

    private final int indexerManagement = FreePort.find();

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext reading;

    @BeforeEach
    void open() {
        this.reading = new SpringApplicationBuilder(ElasticsearchConfiguration.class).web(WebApplicationType.NONE)
            .run("--monitoring.elasticsearch.url=" + elasticsearch.url(),
                    "--monitoring.elasticsearch.index=" + this.index);
    }

    @AfterEach
    void close() {
        this.reading.close();
    }

    @Test
    void losesNothingWhenRelayAndIndexerAreKilled() throws Exception {
        String broker = kafka.server().bootstrapServer();
        RelayProcess relay = relay(broker);
        RelayProcess indexer = indexer(broker);
        try {
            relay.awaitListening();
            try (Rsyslogd sender = send()) {
                await().atMost(Duration.ofSeconds(60)).until(() -> found() > LINES / 20);
                indexer.kill();
                relay.kill();
                relay = relay(broker);
                indexer = indexer(broker);
                relay.awaitListening();
                verify("relay and indexer killed");
            }
            assertThat(Books.ask(this.relayManagement).addsUp()).isTrue();
        }
        finally {
            relay.close();
            indexer.close();
        }
    }

    @Test
    void waitsForABrokerThatIsAwayAndHasLostNothing(@TempDir Path home) throws Exception {
        KafkaServer own = KafkaServer.start(home, 0);
        try (RelayProcess relay = relay(own.bootstrapServer()); RelayProcess indexer = indexer(own.bootstrapServer())) {
            relay.awaitListening();
            try (Rsyslogd sender = send()) {
                await().atMost(Duration.ofSeconds(60)).until(() -> found() > LINES / 20);
                own.child().kill();
                await().atMost(Duration.ofSeconds(60)).until(() -> Books.ask(this.relayManagement).received() == LINES);
                own = KafkaServer.start(home, own.port());
                verify("broker killed");
            }
        }
        finally {
            own.close();
        }
    }

    private RelayProcess relay(String broker) {
        return RelayProcess.start(List.of(), this.folder.resolve("relay"), this.port, this.relayManagement,
                List.of("--relay.output=kafka", "--relay.kafka.bootstrap-servers=" + broker,
                        "--relay.kafka.topic=" + this.index, "--relay.kafka.timeout=5s",
                        "--relay.index.max-back-off=1s"));
    }

    private RelayProcess indexer(String broker) {
        return RelayProcess.start(List.of(), this.folder.resolve("indexer"), 0, this.indexerManagement,
                List.of("--relay.input=kafka", "--relay.kafka.bootstrap-servers=" + broker,
                        "--relay.kafka.topic=" + this.index, "--relay.kafka.timeout=5s",
                        "--relay.kafka.client.session.timeout.ms=6000", "--relay.kafka.client.metadata.max.age.ms=2000",
                        "--monitoring.elasticsearch.url=" + elasticsearch.url(),
                        "--monitoring.elasticsearch.index=" + this.index, "--relay.index.max-back-off=1s"));
    }

    private Rsyslogd send() throws Exception {
        Path lines = this.folder.resolve("lines");
        Oracle.write(lines, LINES);
        return Rsyslogd.sending(this.folder, lines, "target=\"127.0.0.1\" port=\"%d\"".formatted(this.port));
    }

    private int found() {
        try {
            Http.refresh(elasticsearch.url(), this.index);
            return Oracle.ask(store(), LINES).found().cardinality();
        }
        catch (LogStoreException ex) {
            return 0; // the index is just being made
        }
    }

    private LogStore store() {
        return this.reading.getBean(LogStore.class);
    }

    private void verify(String fault) {
        await().atMost(Duration.ofSeconds(180)).until(() -> found() == LINES);
        Oracle found = await().during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(30))
            .ignoreExceptionsInstanceOf(LogStoreException.class)
            .until(() -> Oracle.ask(store(), LINES), (oracle) -> oracle.twice() == 0);
        logger.warn("{}: {}; books of the relay: {}", fault, found, Books.ask(this.relayManagement));
    }

}
