package monitoring.relay.journal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches into segments. A segment on which a write or a sync failed is never
 * written again: after a failed sync nobody knows which of its pages are on disk.
 */
final class JournalWriter {

    private static final Logger logger = LoggerFactory.getLogger(JournalWriter.class);

    private static final long TELL_AGAIN = TimeUnit.MINUTES.toNanos(1);

    private final Segments segments;

    private final JournalProperties properties;

    private @Nullable Segment current;

    private long toldAt = System.nanoTime() - TELL_AGAIN;

    private volatile String failure = "";

    private volatile String fullness = "";

    private volatile long commits;

    JournalWriter(Segments segments, JournalProperties properties) {
        this.segments = segments;
        this.properties = properties;
        this.current = segments.last();
    }

    /** Makes a batch durable, or tells that it did not work this time. */
    boolean commit(Batch batch) {
        if (batch.isEmpty()) {
            return true;
        }
        Segment segment = this.current;
        try {
            if (segment == null || segment.end() + batch.size() > this.properties.segmentSize().toBytes()) {
                segment = this.segments.create(batch.first());
                this.current = segment;
            }
            segment.write(batch.content());
            segment.sync();
        }
        catch (IOException ex) {
            if (segment != null) {
                segment.abandon();
            }
            this.current = null;
            failed("cannot write", ex);
            return false;
        }
        if (!this.failure.isEmpty()) {
            logger.info("The journal in {} can be written again", this.segments.directory());
            this.failure = "";
        }
        this.commits++;
        return true;
    }

    /** Whether no more should be taken. */
    boolean isFull() {
        String found = findFullness();
        if (!found.isEmpty() && this.fullness.isEmpty()) {
            logger.warn("The journal is full: {}; reading from the senders stops until there is room", found);
        }
        else if (found.isEmpty() && !this.fullness.isEmpty()) {
            logger.info("The journal has room again");
        }
        this.fullness = found;
        return !found.isEmpty();
    }

    String fullness() {
        return this.fullness;
    }

    String failure() {
        return this.failure;
    }

    /** How many syncs there were. */
    long commits() {
        return this.commits;
    }

    void failed(String what, IOException ex) {
        this.failure = "%s: %s %s".formatted(this.segments.directory(), what, ex);
        if (System.nanoTime() - this.toldAt >= TELL_AGAIN) {
            this.toldAt = System.nanoTime();
            logger.error("The journal in {} {}; senders wait, nothing is lost, trying again every second",
                    this.segments.directory(), what, ex);
        }
    }

    private String findFullness() {
        long size = this.segments.size();
        if (size >= this.properties.maxSize().toBytes()) {
            return "relay.journal.max-size: %s is used up, %d bytes wait to be indexed"
                .formatted(this.properties.maxSize(), size);
        }
        long usable = this.segments.usable();
        if (usable < this.properties.minFree().toBytes()) {
            return "relay.journal.min-free: %s (but %d bytes are left on the disk of %s)"
                .formatted(this.properties.minFree(), usable, this.segments.directory());
        }
        return "";
    }

}
