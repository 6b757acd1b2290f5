package monitoring.relay;

import java.net.URI;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.FreePort;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import monitoring.storage.metric.TimeRange;
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
 * The books add up while a relay is killed again and again and a third of what it writes
 * is refused; and what was refused is found and replayed.
 */
class AuditIT {

    private static final Logger logger = LoggerFactory.getLogger(AuditIT.class);

    private static final int LINES = Integer.getInteger("fault.lines", 5_000);

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final String index = "audit-" + UUID.randomUUID();

    private final int port = FreePort.find();

    private final int management = FreePort.find();

    @TempDir
    private Path folder;

    @Test
    void addUpAfterKillsAndRefusalsAndWhatWasRefusedIsReplayed() throws Exception {
        Path lines = this.folder.resolve("lines");
        int later = LINES * 9 / 10;
        Oracle.write(lines, 0, later);
        try (FaultyProxy proxy = new FaultyProxy(URI.create(elasticsearch.url()), FaultyProxy.Fault.ITEM_400);
                ConfigurableApplicationContext reading = reading()) {
            RelayProcess relay = relay(proxy.url());
            try {
                relay.awaitListening();
                try (Rsyslogd sender = Rsyslogd.sending(this.folder, lines,
                        "target=\"127.0.0.1\" port=\"%d\"".formatted(this.port))) {
                    for (int kill = 1; kill <= 3; kill++) {
                        awaitReceived(kill * LINES / 10);
                        relay.kill();
                        relay = relay(proxy.url());
                        relay.awaitListening();
                    }
                    // rsyslog sends what was not acknowledged again once it has more to
                    // send, not before
                    Oracle.write(lines, later, LINES, StandardOpenOption.APPEND);
                    verify(reading);
                }
            }
            finally {
                relay.close();
            }
            replay(reading);
        }
    }

    private void awaitReceived(long atLeast) {
        await().atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> Books.ask(this.management).received() >= atLeast);
    }

    private void verify(ConfigurableApplicationContext reading) {
        DeadLetterStore letters = reading.getBean(DeadLetterStore.class);
        LogAuditStore audit = reading.getBean(LogAuditStore.class);
        await().atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(500))
            .ignoreExceptionsInstanceOf(LogStoreException.class)
            .untilAsserted(() -> {
                Books books = Books.ask(this.management);
                assertThat(books.addsUp()).isTrue();
                assertThat(books.of("JOURNALED")).isEqualTo(LINES);
                assertThat(books.of("IN_FLIGHT")).isZero();
                assertThat(total(audit).of(Figure.JOURNALED)).isEqualTo(LINES);
                assertThat(total(audit).of(Figure.IN_FLIGHT)).isZero();
                // What was indexed last is found only after the index's next refresh.
                assertThat(indexed(reading) + refused(letters)).isEqualTo(LINES);
            });
        LogAuditCounts total = total(audit);
        int indexed = indexed(reading);
        long refused = refused(letters);
        logger.warn("{} lines: {} in the logs, {} dead letters; {}", LINES, indexed, refused, total);
        assertThat(total.addUp()).isTrue();
        assertThat(total.of(Figure.LOST)).isZero();
        assertThat(total.of(Figure.INDEXED)).isEqualTo(indexed);
        assertThat(total.of(Figure.DEAD_LETTERED)).isEqualTo(refused).isPositive();
    }

    private static int indexed(ConfigurableApplicationContext reading) {
        return Oracle.ask(reading.getBean(LogStore.class), LINES).found().cardinality();
    }

    private static long refused(DeadLetterStore letters) {
        return letters.list(DeadLetterQuery.latest(1)).total();
    }

    private static LogAuditCounts total(LogAuditStore audit) {
        Instant now = Instant.now();
        return audit.find(new TimeRange(now.minusSeconds(7200), now.plusSeconds(60)))
            .stream()
            .map(LogAuditLine::counts)
            .reduce(LogAuditCounts.NONE, LogAuditCounts::plus);
    }

    /** By the dashboard's way, past the proxy. */
    private static void replay(ConfigurableApplicationContext reading) {
        DeadLetterStore letters = reading.getBean(DeadLetterStore.class);
        for (var page = letters.list(DeadLetterQuery.latest(1000)); page.total() > 0; page = letters
            .list(DeadLetterQuery.latest(1000))) {
            assertThat(letters.replay(page.letters().stream().map((letter) -> letter.id()).toList()))
                .extracting(WriteResult::outcome)
                .containsOnly(WriteResult.Outcome.KEPT);
        }
        await().atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(Oracle.ask(reading.getBean(LogStore.class), LINES))
                .satisfies((found) -> assertThat(found.missing()).isZero())
                .satisfies((found) -> assertThat(found.twice()).isZero()));
    }

    private RelayProcess relay(String url) {
        return RelayProcess.start(List.of(), this.folder, this.port, this.management,
                List.of("--monitoring.elasticsearch.url=" + url, "--monitoring.elasticsearch.index=" + this.index,
                        "--relay.index.max-back-off=1s", "--relay.audit.interval=1s"));
    }

    private ConfigurableApplicationContext reading() {
        return new SpringApplicationBuilder(ElasticsearchConfiguration.class).web(WebApplicationType.NONE)
            .run("--monitoring.elasticsearch.url=" + elasticsearch.url(),
                    "--monitoring.elasticsearch.index=" + this.index);
    }

}
