package monitoring.relay.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.relay.index.SettledBlocks;
import monitoring.relay.index.Settlement;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalException;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.journal.JournalReader;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the books of the last {@value #HOURS} hours. What is kept is read from the
 * journal after the sync, what is settled is told by the indexer in the order of the
 * journal; both positions are written down with the counts before the journal forgets
 * anything, and after a crash counting goes on there. Positions that the journal does not
 * give back are messages that its disk has lost: they are counted as such, under the peer
 * that comes next. Only what was recognised as repeated in the last moment before a crash
 * is not in the books.
 */
public final class Ledger implements SettledBlocks, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Ledger.class);

    private static final int HOURS = 48;

    private static final long WRITE_SECONDS = 5;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Journal journal;

    private final LedgerFile file;

    private final LedgerFile.Content books;

    private final LedgerLine.AckRule answered;

    /** Nothing is known of what came before, and it is not in the books. */
    private final long begin;

    private final Thread reader;

    private final ScheduledExecutorService writer = Executors
        .newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit-writer"));

    private volatile boolean closing;

    /** Goes on with the books that lie beside the journal. */
    public Ledger(Journal journal, LedgerFile file, JournalProperties.Acknowledge acknowledge) {
        this.journal = journal;
        this.file = file;
        this.answered = (acknowledge == JournalProperties.Acknowledge.INDEXED) ? LedgerLine.AckRule.SETTLED
                : LedgerLine.AckRule.JOURNALED;
        this.begin = journal.released();
        this.books = file.read(journal.id(), this.begin);
        settleWhatWasReleased();
        write();
        this.reader = new Thread(this::run, "audit-reader");
        this.reader.start();
        this.writer.scheduleWithFixedDelay(this::write, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
    }

    /** Only a power cut leaves books that know less than the journal has released. */
    private void settleWhatWasReleased() {
        try (JournalReader blocks = this.journal.read(this.books.settledTo)) {
            while (this.books.settledTo < this.begin) {
                JournalBlock block = blocks.next(Duration.ZERO);
                if (block == null) {
                    return;
                }
                settled(block, Settlement.PLAIN);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (JournalReader blocks = this.journal.read(this.books.keptTo)) {
            while (!this.closing) {
                JournalBlock block = blocks.next(PATIENCE);
                if (block != null) {
                    kept(block);
                }
            }
        }
        catch (JournalException ex) {
            logger.error("What arrives is counted only once it is indexed: {}", ex.getMessage(), ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void kept(JournalBlock block) {
        synchronized (this.books) {
            if (block.last() > this.books.keptTo) {
                long lost = gap(block, this.books.keptTo);
                this.books.keptTo = block.last();
                this.books.add(key(block.receivedAt(), block.source()), LedgerLine.kept(block.count() + lost));
            }
        }
    }

    /** Blocks come in their order, and again after a crash. */
    @Override
    public void settled(JournalBlock block, Settlement settlement) {
        synchronized (this.books) {
            kept(block);
            if (block.last() > this.books.settledTo) {
                long lost = gap(block, this.books.settledTo);
                this.books.settledTo = block.last();
                long indexed = block.count() - settlement.joined() - settlement.deadLettered();
                this.books.add(key(block.receivedAt(), block.source()),
                        new LedgerLine(0, 0, indexed, settlement.joined(), settlement.deadLettered(), lost));
            }
        }
    }

    private long gap(JournalBlock block, long position) {
        return Math.max(0, block.first() - 1 - Math.max(position, this.begin));
    }

    @Override
    public void beforeRelease() {
        synchronized (this.books) {
            this.file.append(this.journal.id(), this.books);
        }
    }

    /** A sender repeated messages that are kept already. */
    public void repeated(Source source, int count, Instant at) {
        synchronized (this.books) {
            this.books.add(key(at, source), LedgerLine.repeated(count));
        }
    }

    private static LedgerKey key(Instant at, Source source) {
        return new LedgerKey(at.truncatedTo(ChronoUnit.HOURS), source.transport(), source.peer());
    }

    /** The books as they are now. */
    public List<LogAuditLine> lines() {
        Map<LedgerKey, LedgerLine> now;
        synchronized (this.books) {
            now = Map.copyOf(this.books.lines);
        }
        String relay = "%016x".formatted(this.journal.id());
        List<LogAuditLine> lines = new ArrayList<>();
        now.forEach((key, line) -> lines.add(new LogAuditLine(relay, key.hour(), key.transport().label(), key.peer(),
                line.counts(rule(key.transport())))));
        return lines;
    }

    private LedgerLine.AckRule rule(Transport transport) {
        return transport.isAcknowledged() ? this.answered : LedgerLine.AckRule.NEVER;
    }

    /** All lines together. */
    public LogAuditCounts total() {
        return lines().stream().map(LogAuditLine::counts).reduce(LogAuditCounts.NONE, LogAuditCounts::plus);
    }

    private void write() {
        synchronized (this.books) {
            Instant newest = this.books.lines.keySet()
                .stream()
                .map(LedgerKey::hour)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
            this.books.lines.entrySet()
                .removeIf((entry) -> entry.getKey().hour().isBefore(newest.minus(HOURS, ChronoUnit.HOURS))
                        && entry.getValue().inFlight() == 0);
            this.file.write(this.journal.id(), this.books);
        }
    }

    @Override
    public void close() {
        this.closing = true;
        this.writer.shutdown();
        try {
            this.reader.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        write();
    }

}
