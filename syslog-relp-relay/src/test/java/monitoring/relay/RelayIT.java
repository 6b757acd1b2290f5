package monitoring.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.relay.relp.RelpServer;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.metric.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a real rsyslogd through the whole relay into a real Elasticsearch. */
class RelayIT {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final String index = "relay-" + UUID.randomUUID();

    @Test
    void makesOneDocumentOfEachLine(@TempDir Path folder, @TempDir Path journal) throws Exception {
        int count = 10_000;
        Path lines = folder.resolve("lines.log");
        Files.write(lines, IntStream.rangeClosed(1, count).mapToObj(RelayIT::line).toList());
        try (ConfigurableApplicationContext relay = relay(journal);
                Rsyslogd sender = Rsyslogd.sending(folder, lines, target(relay))) {
            LogStore store = relay.getBean(LogStore.class);
            await().atMost(Duration.ofSeconds(60))
                // the index is just being made
                .ignoreExceptionsInstanceOf(LogStoreException.class)
                .untilAsserted(() -> assertThat(store.search(query("\"number\"")).total()).isEqualTo(count));
            LogPage page = store.search(query("4711"));
            LogEntry entry = page.hits().get(0).entry();
            assertThat(entry.instance())
                .isEqualTo(new LogEntry.BoshInstance("micro-bosh", "cf", "diego-cell", "z2", "83bd66e5-3fdf"));
            assertThat(entry.syslog().program()).isEqualTo("rep");
            assertThat(entry.peer()).isEqualTo("127.0.0.1");
        }
    }

    private ConfigurableApplicationContext relay(Path journal) {
        return new SpringApplication(Relay.class).run("--server.port=0", "--relay.relp.host=127.0.0.1",
                "--relay.relp.port=0", "--relay.journal.directory=" + journal,
                "--monitoring.elasticsearch.url=" + elasticsearch.url(),
                "--monitoring.elasticsearch.index=" + this.index);
    }

    private static String target(ConfigurableApplicationContext relay) {
        return "target=\"127.0.0.1\" port=\"%d\"".formatted(relay.getBean(RelpServer.class).ports().get(0));
    }

    private static String line(int number) {
        return "<14>1 " + Instant.now() + " 10.0.1.17 rep rs2 - [instance@47450 director=\"micro-bosh\""
                + " deployment=\"cf\" group=\"diego-cell\" az=\"z2\" id=\"83bd66e5-3fdf\"] number " + number;
    }

    private static LogQuery query(String text) {
        Instant now = Instant.now();
        return new LogQuery(text, new TimeRange(now.minusSeconds(3600), now.plusSeconds(60)),
                Map.<LogField, String>of(), LogSeverity.DEBUG, LogQuery.Page.newest(10));
    }

}
