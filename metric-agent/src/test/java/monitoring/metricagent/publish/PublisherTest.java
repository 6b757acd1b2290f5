package monitoring.metricagent.publish;

import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublisherTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private static final URI INFLUX = URI.create("http://127.0.0.1:8086");

    private static final MetricStoreException AWAY = MetricStoreException.unreachable(INFLUX, new ConnectException());

    private static final MetricStoreException REFUSED = MetricStoreException.rejected(INFLUX, 400,
            "field type conflict");

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(START, ZoneOffset.UTC);

    private final List<Sample> kept = new ArrayList<>();

    private @Nullable MetricStoreException failure;

    private int prepared;

    private final MetricStore store = (MetricStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { MetricStore.class }, (proxy, method, arguments) -> {
                if (this.failure != null && (this.failure != REFUSED || method.getName().equals("write"))) {
                    throw this.failure;
                }
                if (method.getName().equals("prepare")) {
                    this.prepared++;
                }
                if (method.getName().equals("write")) {
                    ((List<?>) arguments[0]).forEach((sample) -> this.kept.add((Sample) sample));
                }
                return null;
            });

    @Test
    void writesOldestFirstWhenTheStoreIsBack() {
        Publisher publisher = Publisher.inMemory(this.store, this.clock, 100);
        this.failure = AWAY;
        publisher.publish(reading(1, 2));
        publisher.publish(reading(2, 2));
        assertThat(publisher.waiting()).isEqualTo(2);
        this.failure = null;
        publisher.publish(reading(3, 2));
        assertThat(this.kept)
            .isEqualTo(IntStream.rangeClosed(1, 3).boxed().flatMap((n) -> reading(n, 2).stream()).toList());
        assertThat(publisher.waiting()).isZero();
        assertThat(publisher.written()).isEqualTo(6);
        assertThat(publisher.dropped()).isZero();
    }

    @Test
    void countsWhatTheOldestReadingsHadToGiveWayFor() {
        Publisher publisher = Publisher.inMemory(this.store, this.clock, 5);
        this.failure = AWAY;
        IntStream.rangeClosed(1, 4).forEach((number) -> publisher.publish(reading(number, 2)));
        assertThat(publisher.dropped()).isEqualTo(4);
        this.failure = null;
        publisher.publish(reading(5, 2));
        assertThat(this.kept).extracting(Sample::time)
            .containsExactly(time(3), time(3), time(4), time(4), time(5), time(5));
    }

    @Test
    void doesNotRepeatWhatTheStoreWillNeverTake() {
        Publisher publisher = Publisher.inMemory(this.store, this.clock, 100);
        this.failure = REFUSED;
        publisher.publish(reading(1, 3));
        assertThat(publisher.waiting()).isZero();
        assertThat(publisher.dropped()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 404 })
    void keepsEverythingForAStoreThatLostItsDatabasesOrUsers(int status) {
        Publisher publisher = Publisher.inMemory(this.store, this.clock, 100);
        publisher.publish(reading(1, 2));
        this.failure = MetricStoreException.rejected(INFLUX, status, "database not found");
        publisher.publish(reading(2, 2));
        publisher.publish(reading(3, 2));
        this.failure = null;
        publisher.publish(reading(4, 2));
        assertThat(this.kept).hasSize(8);
        assertThat(this.prepared).as("made again what is missing").isEqualTo(2);
        assertThat(publisher.dropped()).isZero();
        assertThat(publisher.waiting()).isZero();
    }

    @Test
    void findsOnDiskWhatAnEarlierRunCouldNotWrite() {
        this.failure = AWAY;
        Publisher before = Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000);
        before.publish(reading(1, 2));
        before.publish(reading(2, 2));
        this.failure = null;
        Publisher after = Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000);
        assertThat(after.waiting()).isEqualTo(2);
        after.publish(reading(3, 1));
        assertThat(this.kept).containsExactlyElementsOf(List.of(reading(1, 2).get(0), reading(1, 2).get(1),
                reading(2, 2).get(0), reading(2, 2).get(1), reading(3, 1).get(0)));
        assertThat(this.folder).isEmptyDirectory();
    }

    @Test
    void keepsLessThanItsBytesOnDisk() {
        this.failure = AWAY;
        Publisher publisher = Publisher.onDisk(this.store, this.clock, this.folder, 1_000);
        IntStream.rangeClosed(1, 50).forEach((number) -> publisher.publish(reading(number, 2)));
        assertThat(publisher.dropped()).isEqualTo(100 - publisher.waiting() * 2L);
        assertThat(publisher.waiting()).isBetween(2, 20);
    }

    @Test
    void takesWhatIsLeftOfACutFile() throws Exception {
        this.failure = AWAY;
        Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000).publish(reading(1, 2));
        try (var files = Files.list(this.folder)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        }
        this.failure = null;
        Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000).publish(reading(2, 1));
        assertThat(this.kept).containsExactly(reading(1, 2).get(0), reading(2, 1).get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 0xff, 0x7e })
    void setsAsideAFileThatAPowerCutLeft(int garbage) throws Exception {
        this.failure = AWAY;
        Publisher before = Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000);
        before.publish(reading(1, 2));
        before.publish(reading(2, 2));
        Path oldest = this.folder.resolve("000000000001.reading");
        byte[] bytes = Files.readAllBytes(oldest);
        Arrays.fill(bytes, (byte) garbage);
        Files.write(oldest, bytes);
        this.failure = null;
        Publisher after = Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000);
        after.publish(reading(3, 1));
        assertThat(this.kept).extracting(Sample::time).containsExactly(time(2), time(2), time(3));
        assertThat(after.unreadable()).isEqualTo(1);
        assertThat(after.waiting()).isZero();
        assertThat(this.folder.resolve("000000000001.reading.unreadable")).hasBinaryContent(bytes);
    }

    @Test
    void leavesNoHalfFileBehind() throws Exception {
        Files.write(this.folder.resolve("new123.partial"), new byte[10]);
        this.failure = AWAY;
        Publisher publisher = Publisher.onDisk(this.store, this.clock, this.folder, 1_000_000);
        assertThat(this.folder).as("of a run that was killed").isEmptyDirectory();
        // longer than the file's format takes, as a disk that is full
        publisher.publish(
                List.of(new Sample(Measurement.VM, Map.of("id", "x".repeat(70_000)), Map.of("value", 1L), time(1))));
        assertThat(publisher.dropped()).isEqualTo(1);
        assertThat(this.folder).isEmptyDirectory();
    }

    private static List<Sample> reading(int number, int size) {
        return IntStream.range(0, size)
            .mapToObj((index) -> new Sample(Measurement.VM, Map.of("id", "vm", "metricname", "m" + index),
                    Map.of("value", number + 0.5, "proc_pid", 4711L), time(number)))
            .toList();
    }

    private static Instant time(int number) {
        return START.plusSeconds(number * 30L);
    }

}
