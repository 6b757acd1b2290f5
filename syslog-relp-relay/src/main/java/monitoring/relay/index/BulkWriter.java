package monitoring.relay.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.journal.JournalBlock;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes bulks until each of their entries is kept or refused for good. Whatever else
 * goes wrong is tried again, with growing pauses, for as long as it takes.
 */
public final class BulkWriter {

    private static final Logger logger = LoggerFactory.getLogger(BulkWriter.class);

    private static final long TELL_AGAIN = TimeUnit.MINUTES.toNanos(1);

    private final IndexProperties properties;

    private final EntryReader entries;

    private final LogStore store;

    private final Counter indexed;

    private final Counter refused;

    private final Counter repeated;

    private final Counter joined;

    private final CountDownLatch stop = new CountDownLatch(1);

    private volatile String trouble = "";

    private volatile boolean prepared;

    private volatile long toldAt = System.nanoTime() - TELL_AGAIN;

    /** Writes to a store what is read from the journal. */
    public BulkWriter(IndexProperties properties, EntryReader entries, LogStore store, MeterRegistry registry) {
        this.properties = properties;
        this.entries = entries;
        this.store = store;
        this.indexed = counter(registry, "relay.index.indexed", "entries that the log store keeps");
        this.refused = counter(registry, "relay.index.refused", "entries that the log store refused as they were");
        this.joined = counter(registry, "relay.index.joined", "messages that became part of the entry before them");
        this.repeated = counter(registry, "relay.index.repeated", "entries that were written again after a failure");
    }

    /** Whether all of it is kept; if not, the relay stops. */
    boolean settle(Bulk bulk) {
        List<LogEntry> open = read(bulk);
        for (int failures = 0; !open.isEmpty(); failures++) {
            if (failures > 0) {
                this.repeated.increment(open.size());
                if (!pause(backOff(failures))) {
                    return false;
                }
            }
            try {
                prepare();
                open = write(open);
            }
            catch (LogStoreException ex) {
                tell(ex.getMessage(), ex);
            }
            catch (RuntimeException ex) {
                tell("writing " + open.size() + " entries failed", ex);
            }
        }
        return true;
    }

    private List<LogEntry> read(Bulk bulk) {
        List<LogEntry> read = new ArrayList<>(bulk.entries());
        for (JournalBlock block : bulk.blocks()) {
            List<LogEntry> entries = this.entries.read(block);
            this.joined.increment(block.count() - entries.size());
            bulk.joined(block.count() - entries.size());
            read.addAll(entries);
        }
        return read;
    }

    private void prepare() {
        if (!this.prepared) {
            this.store.prepare();
            this.prepared = true;
        }
    }

    /** What has to be written again. */
    private List<LogEntry> write(List<LogEntry> batch) {
        List<WriteResult> results = this.store.write(batch);
        List<LogEntry> open = new ArrayList<>();
        String reason = "";
        for (int i = 0; i < results.size(); i++) {
            WriteResult result = results.get(i);
            switch (result.outcome()) {
                case KEPT -> this.indexed.increment();
                case REFUSED -> {
                    this.refused.increment();
                    open.add(RefusedEntries.plain(batch.get(i), result.reason()));
                    logger.debug("{} refused: {}", result.id(), result.reason());
                }
                default -> {
                    open.add(batch.get(i));
                    reason = result.reason();
                }
            }
        }
        if (!reason.isEmpty()) {
            tell("%d of %d entries not taken, such as: %s".formatted(open.size(), batch.size(), reason), null);
        }
        else if (!this.trouble.isEmpty()) {
            logger.info("The log store takes entries again");
            this.trouble = "";
        }
        return open;
    }

    private void tell(@Nullable String what, @Nullable Throwable ex) {
        this.trouble = String.valueOf(what);
        this.prepared = false; // it may come back empty
        if (System.nanoTime() - this.toldAt >= TELL_AGAIN) {
            this.toldAt = System.nanoTime();
            logger.warn("Indexing waits: {}; trying again until it works", what, ex);
        }
    }

    /** Half of the pause is by lot, so that several relays do not come back at once. */
    private Duration backOff(int failures) {
        long longest = Math.min(this.properties.maxBackOff().toMillis(),
                this.properties.minBackOff().toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    /** Whether to go on after it. */
    boolean pause(Duration pause) {
        try {
            return !this.stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            return false;
        }
    }

    /** Ends all pauses: what the store does not take at once stays in the journal. */
    void stop() {
        this.stop.countDown();
    }

    String trouble() {
        return this.trouble;
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

}
