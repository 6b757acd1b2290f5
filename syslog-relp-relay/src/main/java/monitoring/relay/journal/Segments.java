package monitoring.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a journal: its segments in order, its lock, and up to where it is
 * released. Opening it repairs what a crash left: a torn tail is cut off, a segment
 * without a head is removed.
 */
final class Segments implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Segments.class);

    /**
     * So many of the newest segments stay, released or not: senders are recognised by
     * them.
     */
    private static final int KEPT = 2;

    private final Path directory;

    private final FileChannel lock;

    private final ConcurrentSkipListMap<Long, Segment> byNumber = new ConcurrentSkipListMap<>();

    private final long id;

    private final long next;

    private volatile long released;

    Segments(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.lock = lock(directory.resolve("lock"));
        for (Path file : files()) {
            Segment segment = Segment.open(file);
            if (segment == null) {
                logger.warn("{} has no head, it was not finished when the relay stopped; removed", file);
                Files.delete(file);
            }
            else {
                this.byNumber.put(segment.number(), segment);
            }
        }
        this.id = this.byNumber.isEmpty() ? new SecureRandom().nextLong()
                : this.byNumber.firstEntry().getValue().journal();
        this.next = this.byNumber.isEmpty() ? 1 : repair(this.byNumber.lastEntry().getValue());
        this.released = Math.max(readReleased(), this.byNumber.isEmpty() ? 0 : first().first() - 1);
    }

    /** Number of the journal, given once and kept for ever. */
    long id() {
        return this.id;
    }

    /** Position of the message that comes next. */
    long next() {
        return this.next;
    }

    /** Up to which position nothing is needed any more. */
    long released() {
        return this.released;
    }

    Path directory() {
        return this.directory;
    }

    /** The segment to go on with, or nothing in a new journal. */
    @Nullable Segment last() {
        Map.Entry<Long, Segment> last = this.byNumber.lastEntry();
        return (last != null) ? last.getValue() : null;
    }

    /** The oldest segment. */
    Segment first() {
        return this.byNumber.firstEntry().getValue();
    }

    /** The segment after one, or nothing. */
    @Nullable Segment after(Segment segment) {
        Map.Entry<Long, Segment> higher = this.byNumber.higherEntry(segment.number());
        return (higher != null) ? higher.getValue() : null;
    }

    /** The segment that holds a position, or the oldest one if it is gone. */
    @Nullable Segment holding(long position) {
        Segment found = null;
        for (Segment segment : this.byNumber.values()) {
            if (found == null || segment.first() <= position) {
                found = segment;
            }
        }
        return found;
    }

    /** The newest segments that are never deleted. */
    List<Segment> newest() {
        return this.byNumber.descendingMap()
            .values()
            .stream()
            .limit(KEPT)
            .sorted((a, b) -> Long.compare(a.number(), b.number()))
            .toList();
    }

    Segment create(long first) throws IOException {
        Segment last = last();
        long number = (last != null) ? last.number() + 1 : 1;
        Segment segment = Segment.create(this.directory, this.id, number, first);
        this.byNumber.put(number, segment);
        return segment;
    }

    long size() {
        long size = 0;
        for (Segment segment : this.byNumber.values()) {
            size += segment.end();
        }
        return size;
    }

    long usable() {
        return this.directory.toFile().getUsableSpace();
    }

    /**
     * Notes that nothing up to the position is needed any more, and deletes what holds
     * nothing else.
     */
    void release(long position) throws IOException {
        ByteBuffer content = Segment.littleEndian(12).putLong(position);
        content.putInt(BlockHeader.crc(content, 0, 8)).flip();
        Path draft = this.directory.resolve("released.new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(content);
            channel.force(false);
        }
        Files.move(draft, this.directory.resolve("released"), StandardCopyOption.ATOMIC_MOVE);
        this.released = position;
        while (this.byNumber.size() > KEPT) {
            Segment oldest = first();
            Segment following = after(oldest);
            if (following == null || following.first() > position + 1) {
                break;
            }
            oldest.delete();
            this.byNumber.remove(oldest.number());
        }
    }

    private long readReleased() throws IOException {
        Path file = this.directory.resolve("released");
        if (!Files.exists(file)) {
            return 0;
        }
        ByteBuffer content = Segment.littleEndian(12)
            .put(Files.readAllBytes(file), 0, (int) Math.min(12, Files.size(file)));
        if (content.hasRemaining() || content.getInt(8) != BlockHeader.crc(content, 0, 8)) {
            logger.warn("{} is damaged; everything in the journal is indexed again, under the same ids", file);
            return 0;
        }
        return content.getLong(0);
    }

    /**
     * Finds the end of the last whole block, cuts off the rest and says which position is
     * next.
     */
    private long repair(Segment last) throws IOException {
        long next = last.first();
        long size = last.end();
        long end;
        try (SegmentScanner scanner = new SegmentScanner(last)) {
            end = scanner.offset();
            for (JournalBlock block = scanner.next(size, true); block != null; block = scanner.next(size, true)) {
                next = block.last() + 1;
                // a damaged block before a whole one is the disk's doing, not a torn tail
                end = scanner.offset();
            }
        }
        if (end < size) {
            logger.warn(
                    "{}: {} bytes at its end were not finished when the relay stopped; they were never acknowledged; cut off",
                    last, size - end);
        }
        last.resume(end);
        return next;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(this.directory)) {
            return files.filter((file) -> file.getFileName().toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        }
        catch (OverlappingFileLockException ex) {
            logger.debug("{} is locked by this very process", file, ex);
        }
        channel.close();
        throw new JournalException(
                "relay.journal.directory: " + file.getParent() + " (expected: a folder that no other relay uses)",
                null);
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : this.byNumber.values()) {
            segment.close();
        }
        this.lock.close();
    }

}
