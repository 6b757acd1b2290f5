package monitoring.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.FreePort;
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
 * Two relays and a real rsyslogd that has the second one as its fallback. What the first
 * one had not answered stays with the sender until the first one is back.
 */
class FailoverIT {

    private static final Logger logger = LoggerFactory.getLogger(FailoverIT.class);

    private static final int LINES = Integer.getInteger("fault.lines", 60_000);

    private static final int LAST = 1000;

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final String index = "failover-" + UUID.randomUUID();

    private final int firstPort = FreePort.find();

    private final int secondPort = FreePort.find();

    private final int firstManagement = FreePort.find();

    private final int secondManagement = FreePort.find();

    @TempDir
    private Path folder;

    private Path lines;

    /** Sent when the first relay is back: an rsyslogd with nothing to say tries nothing. */
    private List<String> last;

    private ConfigurableApplicationContext reading;

    private LogStore store;

    private RelayProcess first;

    private RelayProcess second;

    @BeforeEach
    void start() throws Exception {
        this.lines = this.folder.resolve("lines");
        Path all = this.folder.resolve("all");
        Oracle.write(all, LINES);
        List<String> numbered = Files.readAllLines(all);
        Files.write(this.lines, numbered.subList(0, LINES - LAST));
        this.last = numbered.subList(LINES - LAST, LINES);
        this.reading = new SpringApplicationBuilder(ElasticsearchConfiguration.class).web(WebApplicationType.NONE)
            .run("--monitoring.elasticsearch.url=" + elasticsearch.url(),
                    "--monitoring.elasticsearch.index=" + this.index);
        this.store = this.reading.getBean(LogStore.class);
        this.first = first();
        this.second = relay("second", this.secondPort, this.secondManagement);
        this.first.awaitListening();
        this.second.awaitListening();
    }

    @AfterEach
    void close() {
        this.first.close();
        this.second.close();
        this.reading.close();
    }

    @Test
    void movesToTheOtherRelayWhenOneIsKilledAndLosesNothing() throws Exception {
        try (Rsyslogd sender = send()) {
            awaitReceived(this.firstManagement, LINES / 20);
            this.first.kill();
            awaitReceived(this.secondManagement, LINES / 20);
            comeBack();
            verify("one of two relays killed");
        }
    }

    @Test
    void movesToTheOtherRelayWhenOneIsStoppedInOrder() throws Exception {
        try (Rsyslogd sender = send()) {
            awaitReceived(this.firstManagement, LINES / 20);
            this.first.close();
            awaitReceived(this.secondManagement, LINES / 20);
            comeBack();
            verify("one of two relays stopped");
        }
    }

    private void comeBack() throws IOException {
        this.first = first();
        this.first.awaitListening();
        Files.write(this.lines, this.last, StandardOpenOption.APPEND);
    }

    private RelayProcess first() {
        return relay("first", this.firstPort, this.firstManagement);
    }

    private RelayProcess relay(String name, int port, int management) {
        return RelayProcess.start(this.folder.resolve(name), port, management,
                List.of("--monitoring.elasticsearch.url=" + elasticsearch.url(),
                        "--monitoring.elasticsearch.index=" + this.index, "--relay.index.max-back-off=1s"));
    }

    /**
     * At most some thousand lines a second, so that there is load while relays come and
     * go.
     */
    private Rsyslogd send() throws Exception {
        return Rsyslogd.start(this.folder, """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="file" freshStartTail="off" ruleset="send")
                ruleset(name="send" queue.type="LinkedList" queue.dequeueBatchSize="64" queue.dequeueSlowdown="5000") {
                  action(type="omrelp" template="asItIs" windowSize="256" target="127.0.0.1" port="%3$d"
                         queue.type="Direct" action.resumeRetryCount="0" action.resumeInterval="1")
                  action(type="omrelp" template="asItIs" windowSize="256" target="127.0.0.1" port="%4$d"
                         queue.type="Direct" action.resumeRetryCount="-1" action.resumeInterval="1"
                         action.execOnlyWhenPreviousIsSuspended="on")
                }
                """.formatted(this.folder, this.lines, this.firstPort, this.secondPort));
    }

    private static void awaitReceived(int management, long atLeast) {
        await().atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> Books.ask(management).received() >= atLeast);
    }

    private void verify(String fault) {
        await().atMost(Duration.ofSeconds(180))
            .pollInterval(Duration.ofSeconds(1))
            .ignoreExceptionsInstanceOf(LogStoreException.class)
            .untilAsserted(() -> assertThat(Oracle.ask(this.store, LINES).missing()).isZero());
        await().during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(Oracle.ask(this.store, LINES).twice()).isZero());
        Books one = Books.ask(this.firstManagement);
        Books other = Books.ask(this.secondManagement);
        logger.warn("{}: {}; first relay {}; second relay {}", fault, Oracle.ask(this.store, LINES), one, other);
        assertThat(one.addsUp() && other.addsUp()).isTrue();
        assertThat(other.received()).isPositive();
    }

}
