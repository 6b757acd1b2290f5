package monitoring.relay.index;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalException;
import monitoring.relay.journal.JournalReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal and delivers it to the output, forever. A part of the journal is
 * released when all before it is settled; what was not released is written again after a
 * restart, under the same ids.
 */
public final class Indexer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Indexer.class);

    private static final Duration IDLE = Duration.ofMillis(500);

    /** How often the journal is told at most; each time costs a small file. */
    private static final long RELEASE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final IndexProperties properties;

    private final Journal journal;

    private final Output output;

    private final BackOff backOff;

    private final ExecutorService workers;

    private final Semaphore free;

    /** Bulks in the order of the journal; guarded by itself. */
    private final Deque<Bulk> underWay = new ArrayDeque<>();

    private final Thread thread;

    private volatile boolean stopping;

    private volatile long settled;

    private volatile String trouble = "";

    private long releasedAt = System.nanoTime();

    private final SettledBlocks listener;

    /** Starts reading. */
    public Indexer(IndexProperties properties, Journal journal, Output output, SettledBlocks listener,
            MeterRegistry registry) {
        this.properties = properties;
        this.listener = listener;
        this.journal = journal;
        this.settled = journal.released();
        this.output = output;
        this.backOff = new BackOff(properties);
        this.free = new Semaphore(properties.inFlight());
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(properties.inFlight(),
                (task) -> new Thread(task, "index-" + number.incrementAndGet()));
        Gauge.builder("relay.index.waiting", this, Indexer::waiting)
            .description("messages in the journal that are not indexed yet")
            .register(registry);
        this.thread = new Thread(this::run, "index-reader");
        this.thread.start();
    }

    /** How many messages are kept, but not indexed yet. */
    public long waiting() {
        return this.journal.durable() - this.settled;
    }

    /** Why the last bulk was not taken; empty if it was. */
    public String trouble() {
        String own = this.trouble;
        return own.isEmpty() ? this.output.trouble() : own;
    }

    private void run() {
        while (!this.stopping) {
            try (JournalReader reader = this.journal.read(this.settled)) {
                read(reader);
            }
            catch (JournalException ex) {
                logger.error("Indexing pauses: {}; trying again", ex.getMessage(), ex);
                this.backOff.pause(20);
            }
            catch (InterruptedException ex) {
                return; // asked to stop
            }
        }
    }

    private void read(JournalReader reader) throws InterruptedException {
        Bulk bulk = new Bulk();
        long deadline = 0;
        while (!this.stopping) {
            Duration patience = (bulk.entries() == 0) ? IDLE
                    : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            JournalBlock block = reader.next(patience);
            release(false);
            if (block != null) {
                deadline = (bulk.entries() == 0) ? System.nanoTime() + this.properties.linger().toNanos() : deadline;
                bulk.add(block);
            }
            boolean due = block == null || bulk.entries() >= this.properties.bulkEntries()
                    || bulk.size() >= this.properties.bulkSize().toBytes()
                    || System.nanoTime() >= deadline && waitingAfter(reader) == 0;
            if (bulk.entries() > 0 && due) {
                submit(bulk);
                bulk = new Bulk();
            }
        }
        throw new InterruptedException();
    }

    private long waitingAfter(JournalReader reader) {
        return this.journal.durable() - reader.position();
    }

    private void submit(Bulk bulk) throws InterruptedException {
        this.free.acquire();
        synchronized (this.underWay) {
            this.underWay.addLast(bulk);
        }
        this.workers.execute(() -> {
            try {
                deliver(bulk);
            }
            finally {
                this.free.release();
                advance();
            }
        });
    }

    /** Until it is settled: all behind it waits for it, also over a restart. */
    private void deliver(Bulk bulk) {
        for (int failures = 1;; failures++) {
            try {
                bulk.settle(this.output.deliver(this.journal.id(), bulk.blocks()));
                this.trouble = (failures > 1) ? "" : this.trouble;
                return;
            }
            catch (RuntimeException | StackOverflowError ex) {
                this.trouble = "delivering the messages up to %d failed: %s".formatted(bulk.last(), ex);
                // ever more seldom
                if (Integer.bitCount(failures) == 1) {
                    logger.error("Indexing waits: {}; trying again", this.trouble, ex);
                }
                if (!this.backOff.pause(failures)) {
                    return;
                }
            }
        }
    }

    private void advance() {
        synchronized (this.underWay) {
            @Nullable Bulk oldest = this.underWay.peekFirst();
            while (oldest != null && oldest.isSettled()) {
                oldest.tell(this.listener);
                this.settled = oldest.last();
                this.underWay.removeFirst();
                oldest = this.underWay.peekFirst();
            }
        }
        release(false);
    }

    private synchronized void release(boolean now) {
        if (this.settled > this.journal.released() && (now || System.nanoTime() - this.releasedAt > RELEASE_NANOS)) {
            this.releasedAt = System.nanoTime();
            long position = this.settled;
            this.listener.beforeRelease();
            this.journal.release(position);
        }
    }

    /** Stops after the bulks that are under way, unless the store does not take them. */
    @Override
    public void close() {
        this.stopping = true;
        this.output.stop();
        this.backOff.stop();
        this.thread.interrupt();
        try {
            this.thread.join(); // first, for it gives the workers work
            this.workers.shutdown();
            if (!this.workers.awaitTermination(40, TimeUnit.SECONDS)) {
                logger.warn("Bulks are still under way; they are written again at the next start");
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        release(true);
    }

}
