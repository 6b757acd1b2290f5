package monitoring.relay.index;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogRetention.LogDay;
import monitoring.storage.log.LogStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets old days of entries, and what lies beside them. Several relays may do it at one
 * time: a day that is gone is gone.
 */
public final class Retention implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Retention.class);

    private final RetentionProperties properties;

    private final Stores stores;

    private final Clock clock;

    private final ScheduledExecutorService thread = Executors
        .newSingleThreadScheduledExecutor((task) -> new Thread(task, "retention"));

    /** Starts looking now and then. */
    public Retention(RetentionProperties properties, Stores stores, Clock clock) {
        this.properties = properties;
        this.stores = stores;
        this.clock = clock;
        long seconds = properties.interval().toSeconds();
        this.thread.scheduleWithFixedDelay(this::look, Math.min(60, seconds), seconds, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            boolean handedOver = !this.properties.maxAge().isZero()
                    && this.stores.days().handOver(this.properties.maxAge());
            for (LogDay day : expired(this.stores.days().days(), handedOver)) {
                this.stores.days().delete(day);
                logger.info("Forgot {} log entries of {} ({} bytes)", day.events(), day.day(), day.bytes());
            }
            if (!this.properties.maxAge().isZero()) {
                forgetBefore(this.clock.instant().minus(this.properties.maxAge()));
            }
        }
        catch (LogStoreException ex) {
            logger.warn("Old log entries stay for now: {}", ex.getMessage());
        }
        catch (RuntimeException ex) {
            // an exception would end the schedule
            logger.warn("Old log entries stay for now", ex);
        }
    }

    private void forgetBefore(Instant time) {
        long letters = this.stores.deadLetters().forgetBefore(time);
        if (letters > 0) {
            logger.warn("Forgot {} dead letters from before {}; nobody had replayed them", letters, time);
        }
        this.stores.audit().forgetBefore(time);
    }

    /**
     * The days that are too old, unless the server forgets them itself, and the oldest
     * ones that do not fit.
     */
    List<LogDay> expired(List<LogDay> oldestFirst, boolean handedOver) {
        List<LogDay> expired = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
        LocalDate oldest = (handedOver || this.properties.maxAge().isZero()) ? LocalDate.MIN
                : today.minusDays(this.properties.maxAge().toDays());
        long size = oldestFirst.stream().mapToLong(LogDay::bytes).sum();
        long budget = this.properties.maxSize().toBytes();
        for (int i = 0; i < oldestFirst.size() - 1; i++) {
            LogDay day = oldestFirst.get(i);
            if (day.day().isBefore(oldest) || budget > 0 && size > budget) {
                expired.add(day);
                size -= day.bytes();
            }
        }
        return expired;
    }

    @Override
    public void close() {
        this.thread.shutdownNow();
    }

    /**
     * What is forgotten.
     *
     * @param days the logs
     * @param deadLetters what they refused
     * @param audit the books
     */
    public record Stores(LogRetention days, DeadLetterStore deadLetters, LogAuditStore audit) {
    }

}
