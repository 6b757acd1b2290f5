package monitoring.relay.index;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.journal.JournalBlock;
import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes bulks until each of their entries is kept, or refused for good and kept as a
 * dead letter. Whatever else goes wrong is tried again, with growing pauses, for as long
 * as it takes.
 */
public final class BulkWriter implements Output {

    private static final Logger logger = LoggerFactory.getLogger(BulkWriter.class);

    private static final long TELL_AGAIN = TimeUnit.MINUTES.toNanos(1);

    private final EntryReader entries;

    private final LogStore store;

    private final DeadLetterStore deadLetters;

    private final Clock clock;

    private final BackOff backOff;

    private final Counter indexed;

    private final Counter deadLettered;

    private final Counter repeated;

    private final Counter joined;

    private volatile String trouble = "";

    private volatile boolean prepared;

    private volatile long toldAt = System.nanoTime() - TELL_AGAIN;

    /** Writes to a store what is read from blocks. */
    public BulkWriter(BackOff backOff, EntryReader entries, Stores stores, Clock clock, MeterRegistry registry) {
        this.backOff = backOff;
        this.entries = entries;
        this.store = stores.logs();
        this.deadLetters = stores.deadLetters();
        this.clock = clock;
        this.indexed = counter(registry, "relay.index.indexed", "entries that the log store keeps");
        this.deadLettered = counter(registry, "relay.index.dead.lettered",
                "entries that the log store refused and that are kept beside the logs");
        this.joined = counter(registry, "relay.index.joined", "messages that became part of the entry before them");
        this.repeated = counter(registry, "relay.index.repeated", "entries that were written again after a failure");
    }

    @Override
    public @Nullable List<Settlement> deliver(long journal, List<JournalBlock> blocks) {
        Delivery delivery = new Delivery();
        blocks.forEach((block) -> delivery.add(block.count(), this.entries.read(journal, block)));
        this.joined.increment(delivery.joined());
        List<LogEntry> open = delivery.entries();
        for (int failures = 0; !open.isEmpty(); failures++) {
            if (failures > 0) {
                this.repeated.increment(open.size());
                if (!this.backOff.pause(failures)) {
                    return null;
                }
            }
            try {
                prepare();
                open = write(open, delivery);
            }
            catch (LogStoreException ex) {
                tell(ex.getMessage(), ex);
            }
            catch (RuntimeException ex) {
                tell("writing " + open.size() + " entries failed", ex);
            }
        }
        return delivery.settlements();
    }

    private void prepare() {
        if (!this.prepared) {
            this.store.prepare();
            this.deadLetters.prepare();
            this.prepared = true;
        }
    }

    /** What has to be written again. */
    private List<LogEntry> write(List<LogEntry> batch, Delivery delivery) {
        List<WriteResult> results = this.store.write(batch);
        List<LogEntry> open = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        String reason = "";
        int kept = 0;
        for (int i = 0; i < results.size(); i++) {
            WriteResult result = results.get(i);
            switch (result.outcome()) {
                case KEPT -> kept++;
                case REFUSED -> refused.add(DeadLetter.refused(batch.get(i), result.reason(), this.clock.instant()));
                default -> {
                    open.add(batch.get(i));
                    reason = result.reason();
                }
            }
        }
        this.indexed.increment(kept);
        if (!refused.isEmpty()) {
            reason = bury(refused, delivery, open, reason);
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

    /** Keeps what was refused; what cannot even be kept there is written again. */
    private String bury(List<DeadLetter> refused, Delivery delivery, List<LogEntry> open, String reason) {
        String trouble = reason;
        try {
            List<WriteResult> results = this.deadLetters.keep(refused);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).outcome() == WriteResult.Outcome.KEPT) {
                    delivery.deadLettered(refused.get(i).entry());
                    this.deadLettered.increment();
                }
                else {
                    open.add(refused.get(i).entry());
                    trouble = results.get(i).reason();
                }
            }
        }
        catch (LogStoreException ex) {
            refused.forEach((letter) -> open.add(letter.entry()));
            trouble = String.valueOf(ex.getMessage());
        }
        if (logger.isDebugEnabled()) {
            refused.forEach((letter) -> logger.debug("{} refused: {}", letter.id(), letter.reason()));
        }
        return trouble;
    }

    private void tell(@Nullable String what, @Nullable Throwable ex) {
        this.trouble = String.valueOf(what);
        this.prepared = false; // it may come back empty
        if (System.nanoTime() - this.toldAt >= TELL_AGAIN) {
            this.toldAt = System.nanoTime();
            logger.warn("Indexing waits: {}; trying again until it works", what, ex);
        }
    }

    @Override
    public void stop() {
        this.backOff.stop();
    }

    @Override
    public String trouble() {
        return this.trouble;
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /**
     * Where entries go.
     *
     * @param logs what it takes
     * @param deadLetters what it refuses
     */
    public record Stores(LogStore logs, DeadLetterStore deadLetters) {
    }

}
