package monitoring.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.FreePort;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two relays behind one name, and a real rsyslogd that moves from one to the other.
 * {@link FaultBed} says how to make it larger.
 */
class FailoverIT {

    /** The sender's: it repeats at most so many lines. */
    private static final int WINDOW = 1024;

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private final int secondPort = FreePort.find();

    @TempDir
    private Path folder;

    /**
     * What the first relay had kept, but not answered, the second one cannot know: these
     * lines are there twice when the first one is back.
     */
    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesNothingWhenOneOfTwoRelaysIsKilled(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed);
                OneName name = new OneName(bed.port, this.secondPort)) {
            RelayProcess first = bed.start();
            RelayProcess second = bed.startSecond(this.secondPort);
            send(bed, name);
            bed.awaitKept(bed.some());
            first.kill();
            awaitSome(second);
            bed.start();
            bed.verifyResumed("one of two relays killed", WINDOW);
        }
    }

    /** In order, all that is kept is answered before the goodbye. */
    @ParameterizedTest
    @MethodSource("monitoring.relay.FaultBed#seeds")
    void losesAndDoublesNothingWhenOneOfTwoRelaysStops(long seed) throws Exception {
        try (FaultBed bed = new FaultBed(this.folder, elasticsearch.url(), seed);
                OneName name = new OneName(bed.port, this.secondPort)) {
            RelayProcess first = bed.start();
            RelayProcess second = bed.startSecond(this.secondPort);
            send(bed, name);
            bed.awaitKept(bed.some());
            first.close();
            awaitSome(second);
            bed.start();
            bed.verifyResumed("one of two relays stopped");
        }
    }

    private static void send(FaultBed bed, OneName name) throws Exception {
        bed.send(bed.lines, "target=\"127.0.0.1\" port=\"%d\"".formatted(name.port()), List.of());
    }

    private static void awaitSome(RelayProcess relay) {
        await().atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(relay.metric("relay_journal_kept_total")).isPositive());
    }

}
