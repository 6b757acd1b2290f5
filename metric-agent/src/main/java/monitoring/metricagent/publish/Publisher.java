package monitoring.metricagent.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands readings to the store. While it is away, or knows neither our databases nor our
 * login, they are kept and follow, oldest first and with their own times, when it takes
 * them again; databases that are missing are made again first. Dropped is only what the
 * store refuses for what it is. Used by one thread, once an interval; its counts may be
 * read by others.
 */
public final class Publisher {

    private static final Logger logger = LoggerFactory.getLogger(Publisher.class);

    private static final Duration COMPLAIN_EVERY = Duration.ofMinutes(1);

    private final MetricStore store;

    private final Spool spool;

    private final Clock clock;

    private final AtomicLong written = new AtomicLong();

    private final AtomicLong dropped = new AtomicLong();

    private boolean prepared;

    private Instant complainedAt = Instant.MIN;

    private volatile @Nullable Instant writtenAt;

    private Publisher(MetricStore store, Spool spool, Clock clock) {
        this.store = store;
        this.spool = spool;
        this.clock = clock;
    }

    /** Keeps at most so many samples in memory while the store is away. */
    public static Publisher inMemory(MetricStore store, Clock clock, int mostSamples) {
        return new Publisher(store, new MemorySpool(mostSamples), clock);
    }

    /** Keeps readings in a folder, at most so many bytes, while the store is away. */
    public static Publisher onDisk(MetricStore store, Clock clock, Path folder, long mostBytes) {
        return new Publisher(store, new DiskSpool(folder, mostBytes), clock);
    }

    /** Publishes a reading, after those that are still waiting. */
    public void publish(List<Sample> reading) {
        try {
            prepare();
            drain();
            hand(reading);
        }
        catch (MetricStoreException ex) {
            // it may come back empty
            this.prepared = false;
            drop(this.spool.add(reading), "the spool is full");
            complain(ex);
        }
    }

    private void prepare() {
        if (!this.prepared) {
            this.store.prepare();
            this.prepared = true;
        }
    }

    private void drain() {
        for (List<Sample> waiting = this.spool.peek(); waiting != null; waiting = this.spool.peek()) {
            hand(waiting);
            this.spool.remove();
        }
    }

    private void hand(List<Sample> reading) {
        try {
            write(reading);
        }
        catch (MetricStoreException ex) {
            if (!ex.isOfSamples()) {
                throw ex;
            }
            drop(reading.size(), "the store refuses them");
            complain(ex);
        }
    }

    private void write(List<Sample> reading) {
        this.store.write(reading);
        this.written.addAndGet(reading.size());
        this.writtenAt = this.clock.instant();
        this.complainedAt = Instant.MIN;
    }

    private void drop(int count, String reason) {
        if (count > 0) {
            this.dropped.addAndGet(count);
            logger.warn("{} samples are dropped: {}; {} in all", count, reason, this.dropped);
        }
    }

    private void complain(MetricStoreException failure) {
        Instant now = this.clock.instant();
        if (now.minus(COMPLAIN_EVERY).isAfter(this.complainedAt)) {
            this.complainedAt = now;
            logger.warn("{}; {} readings wait", failure.getMessage(), this.spool.size());
        }
    }

    /** Samples that the store took. */
    public long written() {
        return this.written.get();
    }

    /** Samples that nobody will see. */
    public long dropped() {
        return this.dropped.get();
    }

    /** Readings that were kept and could not be read again. */
    public int unreadable() {
        return this.spool.unreadable();
    }

    /** Readings that wait for the store. */
    public int waiting() {
        return this.spool.size();
    }

    /** When the store last took samples, null if it never did. */
    public @Nullable Instant writtenAt() {
        return this.writtenAt;
    }

}
