package monitoring.relay.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the lines of the books that changed to the log store, again and again; after a
 * start all of them, for nobody knows what was written last.
 */
public final class AuditPublisher implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(AuditPublisher.class);

    private final Ledger ledger;

    private final LogAuditStore store;

    private final ScheduledExecutorService thread = Executors
        .newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit-publisher"));

    private Set<LogAuditLine> published = Set.of();

    private boolean prepared;

    private boolean failing;

    /** Starts writing now and then. */
    public AuditPublisher(AuditProperties properties, Ledger ledger, LogAuditStore store) {
        this.ledger = ledger;
        this.store = store;
        long interval = properties.interval().toMillis();
        this.thread.scheduleWithFixedDelay(this::publish, interval, interval, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        Set<LogAuditLine> now = new HashSet<>(this.ledger.lines());
        List<LogAuditLine> changed = now.stream().filter((line) -> !this.published.contains(line)).toList();
        try {
            if (!this.prepared) {
                this.store.prepare();
            }
            this.store.write(changed);
            this.prepared = true;
            this.published = now;
            this.failing = false;
        }
        catch (LogStoreException ex) {
            failed(ex.getMessage(), null);
        }
        catch (RuntimeException ex) {
            failed("unexpected", ex); // an exception would end the schedule
        }
    }

    private void failed(@Nullable String what, @Nullable RuntimeException cause) {
        if (!this.failing) {
            logger.warn("The books are not shown for now, trying again: {}", what, cause);
        }
        this.failing = true;
        this.prepared = false; // it may come back empty
    }

    /** Writes the last state, if the store takes it at once. */
    @Override
    public void close() {
        this.thread.shutdown();
        try {
            if (this.thread.awaitTermination(10, TimeUnit.SECONDS)) {
                publish();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
