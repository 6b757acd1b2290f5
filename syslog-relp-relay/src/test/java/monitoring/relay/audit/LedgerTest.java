package monitoring.relay.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.journal.JournalReader;
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
            await().until(() -> ledger.total().kept() == 8);
            try (JournalReader reader = journal.read(0)) {
                ledger.settled(reader.next(Duration.ZERO), 2);
            }
            ledger.repeated(SOURCE, 4, Clock.systemUTC().instant());
            assertThat(ledger.total()).isEqualTo(new LedgerLine(8, 4, 3, 2));
            assertThat(ledger.total().received()).isEqualTo(12);
            assertThat(ledger.total().inFlight()).isEqualTo(3);
        }
    }

    @Test
    void goesOnAfterARestartAndCountsNothingTwice() throws Exception {
        JournalBlock first;
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            keep(journal, 5);
            await().until(() -> ledger.total().kept() == 5);
            try (JournalReader reader = journal.read(0)) {
                first = reader.next(Duration.ZERO);
                ledger.settled(first, 0);
            }
        }
        try (Journal journal = journal(); Ledger ledger = ledger(journal)) {
            ledger.settled(first, 0);
            keep(journal, 2);
            await().until(() -> ledger.total().kept() == 7);
            assertThat(ledger.total()).isEqualTo(new LedgerLine(7, 0, 5, 0));
        }
    }

    @Test
    void countsWhatWasReleasedBeforeItCouldBeWrittenDown() throws Exception {
        try (Journal journal = journal()) {
            keep(journal, 5);
            journal.release(5);
            try (Ledger ledger = ledger(journal)) {
                await().until(() -> ledger.total().kept() == 5);
                assertThat(ledger.total().inFlight()).isZero();
            }
        }
    }

    private Journal journal() {
        return new Journal(new JournalProperties(this.folder, DataSize.ofGigabytes(1), DataSize.ofBytes(0),
                DataSize.ofMegabytes(1), JournalProperties.Acknowledge.JOURNALED), Clock.systemUTC());
    }

    private Ledger ledger(Journal journal) {
        return new Ledger(journal, new LedgerFile(this.folder));
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
