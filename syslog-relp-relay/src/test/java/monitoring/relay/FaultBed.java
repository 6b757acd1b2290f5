package monitoring.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import monitoring.localservers.FreePort;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Numbered lines, a relay and an Elasticsearch, and the question whether all lines
 * arrived, each once. Larger with {@code -Dfault.lines=100000 -Dfault.seeds=5
 * -Dfault.kills=50 -Dfault.away=60 -Dfault.stall=30}.
 */
final class FaultBed implements AutoCloseable {

    static final int LINES = Integer.getInteger("fault.lines", 4_000);

    static final int KILLS = Integer.getInteger("fault.kills", 2);

    /** Seconds for which something is away. */
    static final int AWAY = Integer.getInteger("fault.away", 1);

    private static final int MOST = LINES * 9 / 10;

    private static final Duration POLL = Duration.ofMillis(250);

    private static final Logger logger = LoggerFactory.getLogger(FaultBed.class);

    final Path folder;

    final Path lines;

    final Random random;

    final String index = "fault-" + UUID.randomUUID();

    final int port = FreePort.find();

    private final long seed;

    private final int managementPort = FreePort.find();

    private final String url;

    private final List<Rsyslogd> senders = new ArrayList<>();

    private final List<AutoCloseable> opened = new ArrayList<>();

    private RelayProcess relay;

    FaultBed(Path folder, String elasticsearch, long seed) throws IOException {
        this.folder = folder;
        this.url = elasticsearch;
        this.seed = seed;
        this.random = new Random(seed);
        this.lines = folder.resolve("lines");
        Oracle.write(this.lines, LINES);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("fault.seeds", 1));
    }

    RelayProcess start(String... keys) {
        return start(List.of(), keys);
    }

    /** Starts the relay as the last part of a command, and waits until it listens. */
    RelayProcess start(List<String> before, String... keys) {
        launch(before, keys);
        this.relay.awaitListening();
        return this.relay;
    }

    /** Starts the relay anew; the one before has ended. */
    RelayProcess launch(List<String> before, String... keys) {
        if (this.relay != null) {
            this.relay.close();
        }
        List<String> all = new ArrayList<>(List.of("--monitoring.elasticsearch.url=" + this.url,
                "--monitoring.elasticsearch.index=" + this.index, "--relay.index.max-back-off=1s"));
        all.addAll(List.of(keys));
        this.relay = RelayProcess.start(before, this.folder, this.port, this.managementPort, all);
        return this.relay;
    }

    Rsyslogd send() throws IOException {
        return send(this.lines, "target=\"127.0.0.1\" port=\"%d\"".formatted(this.port), List.of());
    }

    Rsyslogd send(Path file, String target, List<String> before) throws IOException {
        Path work = Files.createTempDirectory(this.folder, "sender");
        Rsyslogd sender = Rsyslogd.sending(before, work, file, target);
        this.senders.add(sender);
        return sender;
    }

    /**
     * Sends nine tenths of the lines. rsyslog repeats what was not acknowledged once it
     * has more to send, not before, so that the rest must come after the last kill.
     */
    void sendMost() throws IOException {
        Oracle.write(this.lines, 0, MOST);
        send();
    }

    /** Sends what {@link #sendMost} left. */
    void sendRest() throws IOException {
        Oracle.write(this.lines, MOST, LINES, StandardOpenOption.APPEND);
    }

    /** Waits until so many messages are in the journal. */
    void awaitKept(long count) {
        await().atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> this.relay.metric("relay_journal_kept_total") >= count);
    }

    /** A part of all lines, by lot. */
    int some() {
        return LINES / 10 + this.random.nextInt(LINES / 2);
    }

    /** The fault lasts. */
    static void lasts() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(AWAY));
    }

    /** A relay beside the first one, for the same index. */
    RelayProcess startSecond(int port) {
        RelayProcess second = RelayProcess.start(List.of(), this.folder.resolve("second"), port, FreePort.find(),
                List.of("--monitoring.elasticsearch.url=" + this.url, "--monitoring.elasticsearch.index=" + this.index,
                        "--relay.index.max-back-off=1s"));
        this.opened.add(second);
        second.awaitListening();
        return second;
    }

    /** All is there, each line once, with the sender's session unbroken. */
    void verify(String fault) throws Exception {
        verify(fault, Duration.ZERO, 0);
    }

    /**
     * The same when the session broke: what a sender repeats comes as it resumes, or not
     * at all.
     */
    void verifyResumed(String fault) throws Exception {
        verifyResumed(fault, 0);
    }

    /** Where more than one relay took lines, some may be there twice. */
    void verifyResumed(String fault, int mostTwice) throws Exception {
        verify(fault, Rsyslogd.RESUMES_AFTER.multipliedBy(2), mostTwice);
    }

    private void verify(String fault, Duration calm, int mostTwice) throws Exception {
        try (ConfigurableApplicationContext reading = new SpringApplicationBuilder(ElasticsearchConfiguration.class)
            .web(WebApplicationType.NONE)
            .run("--monitoring.elasticsearch.url=" + this.url, "--monitoring.elasticsearch.index=" + this.index)) {
            await().atMost(Duration.ofSeconds(180))
                .pollInterval(POLL)
                .ignoreExceptionsInstanceOf(LogStoreException.class)
                .untilAsserted(() -> assertThat(ask(reading).missing()).isZero());
            Oracle found = await().during(calm)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(POLL)
                .ignoreExceptionsInstanceOf(LogStoreException.class)
                .until(() -> ask(reading), (oracle) -> oracle.twice() <= mostTwice);
            logger.warn("fault: {}, seed {}: {}", fault, this.seed, found);
        }
        // first, so that a relay that stops need not wait for them
        this.senders.forEach(Rsyslogd::close);
    }

    /** What was refused is not lost: it is a dead letter. */
    private Oracle ask(ConfigurableApplicationContext reading) {
        Http.refresh(this.url, this.index);
        return Oracle.ask(reading.getBean(LogStore.class), LINES).and(reading.getBean(DeadLetterStore.class));
    }

    @Override
    public void close() throws Exception {
        this.senders.forEach(Rsyslogd::close);
        for (AutoCloseable one : this.opened) {
            one.close();
        }
        if (this.relay != null) {
            this.relay.close();
        }
    }

}
