package monitoring.relay.index;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.JournalBlock;
import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class BulkWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private final Logs logs = new Logs();

    private final Letters letters = new Letters();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private final BackOff backOff = new BackOff(new IndexProperties(10, DataSize.ofKilobytes(1), Duration.ZERO, 1,
            Duration.ofMillis(1), Duration.ofMillis(1)));

    private final BulkWriter writer = new BulkWriter(this.backOff, BulkWriterTest::read,
            new BulkWriter.Stores(this.logs, this.letters), Clock.fixed(NOW, ZoneOffset.UTC), this.registry);

    @Test
    void tellsOfEachBlockWhatBecameOfIt() {
        this.logs.refused = Set.of("2", "5", "6");
        assertThat(this.writer.deliver(1, List.of(block(1, 3), block(4, 1), block(5, 3))))
            .containsExactly(new Settlement(0, 1), new Settlement(0, 0), new Settlement(0, 2));
        assertThat(this.logs.kept).containsExactly("1", "3", "4", "7");
        assertThat(this.letters.kept).extracting(DeadLetter::id).containsExactly("2", "5", "6");
        assertThat(this.letters.kept).allSatisfy((letter) -> {
            assertThat(letter.reason()).isEqualTo("refused for a test");
            assertThat(letter.refusedAt()).isEqualTo(NOW);
        });
        assertThat(this.registry.get("relay.index.dead.lettered").counter().count()).isEqualTo(3);
        assertThat(this.registry.get("relay.index.indexed").counter().count()).isEqualTo(4);
    }

    @Test
    void writesAgainWhatEvenTheDeadLettersDoNotTake() {
        this.logs.refused = Set.of("2");
        this.letters.failures = 2;
        assertThat(this.writer.deliver(1, List.of(block(1, 3)))).containsExactly(new Settlement(0, 1));
        assertThat(this.logs.kept).containsExactly("1", "3");
        assertThat(this.registry.get("relay.index.indexed").counter().count()).isEqualTo(2);
        assertThat(this.registry.get("relay.index.repeated").counter().count()).isEqualTo(2);
    }

    @Test
    void countsMessagesThatBecameOneEntry() {
        this.logs.refused = Set.of("8");
        JournalBlock pair = new JournalBlock(8, NOW, new Source(Transport.UDP, "pair", 1), new byte[0], new int[2],
                new int[2]);
        assertThat(this.writer.deliver(1, List.of(pair, block(10, 1)))).containsExactly(new Settlement(1, 1),
                Settlement.PLAIN);
    }

    @Test
    void deliversNothingOnceItIsStopped() {
        this.logs.failures = Integer.MAX_VALUE;
        this.writer.stop();
        assertThat(this.writer.deliver(1, List.of(block(1, 3)))).isNull();
        assertThat(this.writer.trouble()).contains("did not answer");
    }

    private static JournalBlock block(long first, int count) {
        return new JournalBlock(first, NOW, new Source(Transport.RELP, "10.0.1.17", 1), new byte[0], new int[count],
                new int[count]);
    }

    /** One entry a message; but a peer named pair has but one. */
    private static List<LogEntry> read(long journal, JournalBlock block) {
        int count = block.source().peer().equals("pair") ? 1 : block.count();
        return IntStream.range(0, count)
            .mapToObj((i) -> new LogEntry(String.valueOf(block.first() + i), NOW, NOW, block.source().peer(), "m",
                    new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "", "", "", ""), null, null, Map.of(), "raw",
                    Set.of()))
            .toList();
    }

    private static final class Logs implements LogStore {

        private final List<String> kept = new ArrayList<>();

        private Set<String> refused = Set.of();

        private int failures;

        @Override
        public void prepare() {
            if (this.failures-- > 0) {
                throw LogStoreException.unreachable(URI.create("http://127.0.0.1:1"), new IllegalStateException());
            }
        }

        @Override
        public List<WriteResult> write(List<LogEntry> entries) {
            return entries.stream().map((entry) -> {
                if (this.refused.contains(entry.id())) {
                    return new WriteResult(entry.id(), WriteResult.Outcome.REFUSED, "refused for a test");
                }
                this.kept.add(entry.id());
                return new WriteResult(entry.id(), WriteResult.Outcome.KEPT, "");
            }).toList();
        }

        @Override
        public void check() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public LogPage search(LogQuery query) {
            throw new AssertionError(query);
        }

        @Override
        public List<LogCount> histogram(LogQuery query, Duration step) {
            throw new AssertionError(query);
        }

        @Override
        public Optional<LogEntry> find(String id) {
            throw new AssertionError(id);
        }

    }

    /** The first attempt is refused, the second not answered, the third taken. */
    private static final class Letters implements DeadLetterStore {

        private final List<DeadLetter> kept = new ArrayList<>();

        private int failures;

        @Override
        public void prepare() {
            // always there
        }

        @Override
        public List<WriteResult> keep(List<DeadLetter> letters) {
            this.failures--;
            if (this.failures == 1) {
                return letters.stream()
                    .map((letter) -> new WriteResult(letter.id(), WriteResult.Outcome.RETRYABLE, "busy"))
                    .toList();
            }
            if (this.failures == 0) {
                throw LogStoreException.unreachable(URI.create("http://127.0.0.1:1"), new IllegalStateException());
            }
            this.kept.addAll(letters);
            return letters.stream()
                .map((letter) -> new WriteResult(letter.id(), WriteResult.Outcome.KEPT, ""))
                .toList();
        }

        @Override
        public DeadLetterPage list(DeadLetterQuery query) {
            throw new AssertionError(query);
        }

        @Override
        public List<WriteResult> replay(Collection<String> ids) {
            throw new AssertionError(ids);
        }

        @Override
        public long forgetBefore(Instant time) {
            throw new AssertionError(time);
        }

    }

}
