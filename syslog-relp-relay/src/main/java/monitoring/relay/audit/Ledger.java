package monitoring.relay.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.relay.intake.Source;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalException;
import monitoring.relay.journal.JournalReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the books of the last {@value #HOURS} hours. What is kept is read from the
 * journal after the sync, what is settled is told by the indexer in the order of the
 * journal; both positions are written down with the counts, and after a restart counting
 * goes on there.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Ledger.class);

    private static final int HOURS = 48;

    private static final long WRITE_SECONDS = 5;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Journal journal;

    private final LedgerFile file;

    private final LedgerFile.Content books;

    private final Thread reader;

    private final ScheduledExecutorService writer = Executors
        .newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit-writer"));

    private volatile boolean closing;

    /** Goes on with the books that lie beside the journal. */
    public Ledger(Journal journal, LedgerFile file) {
        this.journal = journal;
        this.file = file;
        this.books = file.read(journal.id());
        settleWhatWasReleased();
        this.reader = new Thread(this::run, "audit-reader");
        this.reader.start();
        this.writer.scheduleWithFixedDelay(this::write, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
    }

    /** After a crash the journal may have been released further than was written down. */
    private void settleWhatWasReleased() {
        long released = this.journal.released();
        try (JournalReader blocks = this.journal.read(this.books.settledTo)) {
            while (this.books.settledTo < released) {
                JournalBlock block = blocks.next(Duration.ZERO);
                if (block == null) {
                    return;
                }
                settled(block, 0);
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
            logger.error("The books are not kept any more: {}", ex.getMessage(), ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void kept(JournalBlock block) {
        synchronized (this.books) {
            this.books.keptTo = block.last();
            add(block.receivedAt(), block.source(), new LedgerLine(block.count(), 0, 0, 0));
        }
    }

    /** A block is indexed; blocks come in their order, and again after a crash. */
    public void settled(JournalBlock block, int joined) {
        synchronized (this.books) {
            if (block.last() > this.books.settledTo) {
                this.books.settledTo = block.last();
                add(block.receivedAt(), block.source(), new LedgerLine(0, 0, block.count() - joined, joined));
            }
        }
    }

    /** A sender repeated messages that are kept already. */
    public void repeated(Source source, int count, Instant at) {
        synchronized (this.books) {
            add(at, source, new LedgerLine(0, count, 0, 0));
        }
    }

    /**
     * The books as they are now; what is settled but not yet counted as kept is left out.
     */
    public Map<LedgerKey, LedgerLine> lines() {
        synchronized (this.books) {
            return Map.copyOf(this.books.lines);
        }
    }

    /** All lines together. */
    public LedgerLine total() {
        return lines().values().stream().reduce(LedgerLine.EMPTY, LedgerLine::plus);
    }

    private void add(Instant at, Source source, LedgerLine line) {
        LedgerKey key = new LedgerKey(at.truncatedTo(ChronoUnit.HOURS), source.transport(), source.peer());
        this.books.lines.merge(key, line, LedgerLine::plus);
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
