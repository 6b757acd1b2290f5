package monitoring.relay.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import monitoring.relay.index.Settlement;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.journal.JournalReader;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LedgerTest {

    private static final Source SOURCE = new Source(Transport.RELP, "10.0.1.17", 7);

    @TempDir
    private Path folder;

    @Test
    void addsUp() throws Exception {
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            keep(journal, 5);
            keep(journal, 3);
            await().until(() -> count(ledger, Figure.JOURNALED) == 8);
            try (JournalReader reader = journal.read(0)) {
                ledger.settled(reader.next(Duration.ZERO), new Settlement(2, 1));
            }
            ledger.repeated(SOURCE, 4, Clock.systemUTC().instant());
            assertThat(ledger.total()).isEqualTo(new LogAuditCounts(Map.of(Figure.RECEIVED, 12L, Figure.ACKNOWLEDGED,
                    12L, Figure.JOURNALED, 8L, Figure.REPEATED, 4L, Figure.INDEXED, 2L, Figure.JOINED, 2L,
                    Figure.DEAD_LETTERED, 1L, Figure.LOST, 0L, Figure.IN_FLIGHT, 3L)));
            assertThat(ledger.total().addUp()).isTrue();
        }
    }

    @Test
    void goesOnAfterARestartAndCountsNothingTwice() throws Exception {
        JournalBlock first;
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            keep(journal, 5);
            await().until(() -> count(ledger, Figure.JOURNALED) == 5);
            first = first(journal);
            ledger.settled(first, Settlement.PLAIN);
        }
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            ledger.settled(first, Settlement.PLAIN);
            keep(journal, 2);
            await().until(() -> count(ledger, Figure.JOURNALED) == 7);
            assertThat(count(ledger, Figure.INDEXED)).isEqualTo(5);
            assertThat(ledger.total().addUp()).isTrue();
        }
    }

    @Test
    void knowsAfterACrashWhatWasDeadLetteredBeforeTheJournalForgot() throws Exception {
        Path crashed = Files.createDirectory(this.folder.resolve("crashed"));
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            keep(journal, 5);
            ledger.settled(first(journal), new Settlement(1, 2));
            ledger.repeated(SOURCE, 3, Clock.systemUTC().instant());
            ledger.beforeRelease();
            keep(journal, 4);
            ledger.beforeRelease();
            copy("audit", crashed);
            copy("audit.additions", crashed);
            LedgerFile.Content found = new LedgerFile(crashed).read(journal.id(), 99);
            LedgerLine line = found.lines.values().iterator().next();
            assertThat(line.settled()).isEqualTo(5);
            assertThat(line)
                .extracting(LedgerLine::repeated, LedgerLine::indexed, LedgerLine::joined, LedgerLine::deadLettered)
                .containsExactly(3L, 2L, 1L, 2L);
            assertThat(found.settledTo).isEqualTo(5);
        }
    }

    @Test
    void stepsOverHalfAnAdditionAndOverOneThatIsInTheBooksAlready() throws Exception {
        LedgerFile file = new LedgerFile(this.folder);
        LedgerKey key = new LedgerKey(Instant.parse("2026-11-21T02:00:00Z"), Transport.RELP, "10.0.1.17");
        LedgerFile.Content books = new LedgerFile.Content();
        file.write(7, books);
        books.add(key, LedgerLine.kept(5));
        file.append(7, books);
        String stale = Files.readString(this.folder.resolve("audit.additions"));
        file.write(7, books);
        Files.writeString(this.folder.resolve("audit.additions"), stale + stale.substring(0, stale.length() / 2));
        assertThat(file.read(7, 0).lines).containsExactly(Map.entry(key, LedgerLine.kept(5)));
        assertThat(file.read(8, 3).settledTo).isEqualTo(3);
    }

    @Test
    void countsPositionsThatTheJournalDoesNotGiveBackAsLost() throws Exception {
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            ledger.settled(block(1, 4), Settlement.PLAIN);
            ledger.settled(block(8, 2), Settlement.PLAIN);
            assertThat(count(ledger, Figure.JOURNALED)).isEqualTo(9);
            assertThat(count(ledger, Figure.LOST)).isEqualTo(3);
            assertThat(count(ledger, Figure.INDEXED)).isEqualTo(6);
            assertThat(ledger.total().addUp()).isTrue();
        }
    }

    @Test
    void acknowledgesOnlyWhatIsIndexedIfItIsAskedToAndNothingThatCameByTcp() throws Exception {
        try (Journal journal = journal();
                Ledger ledger = new Ledger(journal, new LedgerFile(this.folder),
                        JournalProperties.Acknowledge.INDEXED)) {
            keep(journal, 5);
            await().until(() -> count(ledger, Figure.JOURNALED) == 5);
            assertThat(count(ledger, Figure.ACKNOWLEDGED)).isZero();
            ledger.settled(first(journal), Settlement.PLAIN);
            assertThat(count(ledger, Figure.ACKNOWLEDGED)).isEqualTo(5);
            JournalBlock plain = new JournalBlock(6, Instant.parse("2026-11-21T02:00:00Z"),
                    new Source(Transport.TCP, "10.0.1.18", 8), new byte[1], new int[1], new int[] { 1 });
            ledger.settled(plain, Settlement.PLAIN);
            assertThat(count(ledger, Figure.ACKNOWLEDGED)).isEqualTo(5);
            assertThat(count(ledger, Figure.INDEXED)).isEqualTo(6);
        }
    }

    private static JournalBlock block(long first, int count) {
        return new JournalBlock(first, Instant.parse("2026-11-21T02:00:00Z"), SOURCE, new byte[count], new int[count],
                new int[count]);
    }

    private static JournalBlock first(Journal journal) throws InterruptedException {
        try (JournalReader reader = journal.read(0)) {
            return reader.next(Duration.ZERO);
        }
    }

    private void copy(String name, Path to) throws IOException {
        Files.copy(this.folder.resolve(name), to.resolve(name));
    }

    private static long count(Ledger ledger, Figure figure) {
        return ledger.total().of(figure);
    }

    private Journal journal() {
        return new Journal(new JournalProperties(this.folder, DataSize.ofGigabytes(1), DataSize.ofBytes(0),
                DataSize.ofMegabytes(1), JournalProperties.Acknowledge.JOURNALED), Clock.systemUTC());
    }

    private Ledger ledger(Journal journal) {
        return new Ledger(journal, new LedgerFile(this.folder), JournalProperties.Acknowledge.JOURNALED);
    }

    private static void keep(Journal journal, int count) throws InterruptedException {
        MessageBlock block = new MessageBlock();
        for (int i = 0; i < count; i++) {
            block.add("m".getBytes(StandardCharsets.UTF_8));
        }
        CountDownLatch kept = new CountDownLatch(1);
        journal.append(block, SOURCE, new IntakeListener() {

            @Override
            public void kept(long position) {
                kept.countDown();
            }

            @Override
            public void room() {
                throw new AssertionError("there was room");
            }

        });
        assertThat(kept.await(5, TimeUnit.SECONDS)).isTrue();
    }

}
