package monitoring.relay.journal;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a journal in order, only what is on disk. For one thread. */
public final class JournalReader implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(JournalReader.class);

    private final Journal journal;

    private final Segments segments;

    private @Nullable SegmentScanner scanner;

    private long position;

    JournalReader(Journal journal, Segments segments, long position) {
        this.journal = journal;
        this.segments = segments;
        this.position = position;
    }

    /** Position of the last message that was read. */
    public long position() {
        return this.position;
    }

    /**
     * The next block with a message behind the position.
     * @param timeout how long to wait for one
     * @return the block, or nothing if none came
     * @throws JournalException if the disk fails
     */
    public @Nullable JournalBlock next(Duration timeout) throws InterruptedException {
        if (!this.journal.awaitBeyond(this.position, timeout)) {
            return null;
        }
        try {
            while (this.position < this.journal.durable()) {
                JournalBlock block = read();
                if (block == null) {
                    return null;
                }
                if (block.last() > this.position) {
                    this.position = block.last();
                    return block;
                }
            }
            return null;
        }
        catch (IOException ex) {
            throw new JournalException("Cannot read " + this.segments.directory(), ex);
        }
    }

    private @Nullable JournalBlock read() throws IOException {
        SegmentScanner current = this.scanner;
        if (current == null) {
            Segment start = this.segments.holding(this.position + 1);
            if (start == null) {
                return null;
            }
            current = new SegmentScanner(start);
            this.scanner = current;
        }
        // in this order: once there is a later segment, this one grows no more
        Segment following = this.segments.after(current.segment());
        JournalBlock block = current.next(current.segment().end(), true);
        long skipped = current.takeSkipped();
        if (skipped > 0) {
            logger.error("{}: {} damaged bytes before offset {} stepped over", current.segment(), skipped,
                    current.offset());
        }
        if (block == null && following != null) {
            current.close();
            this.scanner = new SegmentScanner(following);
            return read();
        }
        return block;
    }

    @Override
    public void close() {
        SegmentScanner open = this.scanner;
        if (open != null) {
            try {
                open.close();
            }
            catch (IOException ex) {
                throw new JournalException("Cannot close " + open.segment(), ex);
            }
        }
    }

}
