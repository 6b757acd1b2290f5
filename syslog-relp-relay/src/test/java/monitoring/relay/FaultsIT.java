package monitoring.relay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.ElasticsearchServer;
import monitoring.relay.relp.RelpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a real rsyslogd sends is found in a real Elasticsearch, all of it and each line
 * once, whatever happens to the relay or to Elasticsearch. {@link FaultBed} says how to
 * make it larger.
 */
class FaultsIT {

    /** With {@code fsync} and {@code rename} as well it takes a minute more. */
    private static final String CALLS = System.getProperty("fault.calls", "fdatasync");

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    /** A node that may be stopped and killed, as the shared one may not. */
    @TempDir
    private static Path home;

    private static ElasticsearchServer mortal;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheMortalOne() {
        mortal = ElasticsearchServer.start(home, 0);
    }

    @AfterAll
    static void stopTheMortalOne() {
        mortal.close();
    }

    static Stream<Arguments> bulks() {
        return FaultBed.seeds()
            .boxed()
            .flatMap((seed) -> Stream.of(FaultyProxy.Fault.values()).map((fault) -> Arguments.of(fault, seed)));
    }

    static Stream<Arguments> moments() {
        return FaultBed.seeds()
            .boxed()
            .flatMap((seed) -> Stream.of(CALLS.split(",")).map((call) -> Arguments.of(call, seed)));
    }

    @ParameterizedTest
    @MethodSource("bulks")
    void losesNothingWhenBulksFail(FaultyProxy.Fault fault, long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed);
                FaultyProxy proxy = new FaultyProxy(URI.create(elasticsearch.url()), fault);
                ConfigurableApplicationContext relay = new SpringApplication(Relay.class).run("--server.port=0",
                        "--relay.relp.host=127.0.0.1", "--relay.relp.port=" + bed.port,
                        "--relay.journal.directory=" + this.folder.resolve("journal"),
                        "--monitoring.elasticsearch.url=" + proxy.url(),
                        "--monitoring.elasticsearch.index=" + bed.index, "--monitoring.elasticsearch.read-timeout=1s",
                        "--relay.index.min-back-off=50ms", "--relay.index.max-back-off=250ms")) {
            assertThat(relay.getBean(RelpServer.class).isListening()).isTrue();
            bed.send();
            bed.verify("bulk: " + fault);
            assertThat(proxy.spoiled()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheRelayIsKilled(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed)) {
            RelayProcess relay = bed.start();
            bed.sendMost();
            for (int kills = 0; kills < FaultBed.KILLS; kills++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(bed.random.nextInt(1500)));
                relay.kill();
                relay = bed.start();
            }
            bed.sendRest();
            bed.verifyResumed("kill -9 of the relay, " + FaultBed.KILLS + " times");
        }
    }

    /**
     * The kernel kills the relay as it enters a system call: the sync of messages, that
     * of a new segment's folder, the move of the checkpoint.
     */
    @ParameterizedTest
    @MethodSource("moments")
    void losesNothingWhenTheRelayDiesInASystemCall(String call, long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed)) {
            int occurrence = 3 + bed.random.nextInt(6);
            List<String> killed = new ArrayList<>(List.of("strace", "-f", "-o", "/dev/null", "-e", "trace=" + call,
                    "-e", "inject=" + call + ":signal=KILL:when=" + occurrence));
            RelayProcess relay = bed.start(killed, "--relay.journal.segment-size=128KB");
            bed.send();
            assertThat(relay.endsWithin(Duration.ofSeconds(90))).isTrue();
            bed.start("--relay.journal.segment-size=128KB");
            bed.verifyResumed("kill -9 in " + call + " number " + occurrence);
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenElasticsearchIsKilled(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, mortal.url(), seed)) {
            bed.start();
            bed.send();
            bed.awaitKept(bed.some());
            mortal.child().kill();
            mortal = ElasticsearchServer.start(home, mortal.port());
            bed.verify("kill -9 of Elasticsearch");
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenElasticsearchIsStopped(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, mortal.url(), seed)) {
            bed.start();
            bed.send();
            bed.awaitKept(bed.some());
            mortal.close();
            FaultBed.lasts();
            mortal = ElasticsearchServer.start(home, mortal.port());
            bed.verify("Elasticsearch stopped for " + FaultBed.AWAY + " s and more");
        }
    }

    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenTheIndexIsReadOnly(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed)) {
            RelayProcess relay = bed.start();
            Path some = this.folder.resolve("first");
            Oracle.write(some, 0, 1);
            Path rest = this.folder.resolve("rest");
            Oracle.write(rest, 1, FaultBed.LINES);
            String target = "target=\"127.0.0.1\" port=\"%d\"".formatted(bed.port);
            bed.send(some, target, List.of());
            await().until(() -> relay.metric("relay_index_indexed_total") == 1);
            readOnly(bed.index, true);
            bed.send(rest, target, List.of());
            await().until(() -> relay.metric("relay_index_repeated_total") > 0);
            readOnly(bed.index, false);
            bed.verify("index read-only");
        }
    }

    private static void readOnly(String index, boolean on) throws Exception {
        assertThat(Http.put(elasticsearch.url() + "/" + index + "-*/_settings",
                "{\"index.blocks.read_only_allow_delete\":%s}".formatted(on ? "true" : "null")))
            .isEqualTo(200);
    }

}
