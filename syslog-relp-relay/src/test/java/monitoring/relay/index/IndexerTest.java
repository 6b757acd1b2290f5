package monitoring.relay.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IndexerTest {

    private final IndexProperties properties = new IndexProperties(1, DataSize.ofKilobytes(1), Duration.ZERO, 2,
            Duration.ofMillis(1), Duration.ofMillis(5));

    @TempDir
    private Path folder;

    @Test
    void neverLeavesABulkBehindThatItsOutputFailsOn() throws Exception {
        FailingOutput output = new FailingOutput();
        try (Journal journal = new Journal(new JournalProperties(this.folder, DataSize.ofMegabytes(8),
                DataSize.ofBytes(0), DataSize.ofKilobytes(64), JournalProperties.Acknowledge.JOURNALED),
                Clock.systemUTC());
                Indexer indexer = new Indexer(this.properties, journal, output, new NoListener(),
                        new SimpleMeterRegistry())) {
            keep(journal, "bad");
            keep(journal, "good");
            await().untilAsserted(() -> assertThat(indexer.trouble())
                .isEqualTo("delivering the messages up to 1 failed: java.lang.StackOverflowError: for a test"));
            await().until(() -> indexer.waiting() == 2);
            output.works.set(true);
            await().until(() -> indexer.waiting() == 0);
            assertThat(indexer.trouble()).isEmpty();
        }
    }

    private static void keep(Journal journal, String message) throws InterruptedException {
        MessageBlock block = new MessageBlock();
        block.add(message.getBytes(StandardCharsets.UTF_8));
        journal.append(block, new Source(Transport.RELP, "10.0.1.17", 7), new Unheard());
    }

    /** Fails on the first message until it works. */
    private static final class FailingOutput implements Output {

        private final AtomicBoolean works = new AtomicBoolean();

        @Override
        public List<Settlement> deliver(long journal, List<JournalBlock> blocks) {
            if (!this.works.get() && blocks.get(0).first() == 1) {
                throw new StackOverflowError("for a test");
            }
            return blocks.stream().map((block) -> Settlement.PLAIN).toList();
        }

        @Override
        public String trouble() {
            return "";
        }

        @Override
        public void stop() {
            // nothing waits
        }

    }

    private static final class Unheard implements IntakeListener {

        @Override
        public void kept(long position) {
            // the journal says so itself
        }

        @Override
        public void room() {
            // there is always some
        }

    }

    private static final class NoListener implements SettledBlocks {

        @Override
        public void settled(JournalBlock block, Settlement settlement) {
            // nobody asks
        }

        @Override
        public void beforeRelease() {
            // nothing to keep
        }

    }

}
