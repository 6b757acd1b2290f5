package monitoring.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * One file of the journal: a head of {@value #HEADER} bytes (magic, journal, number,
 * first position; little-endian longs) and blocks behind it.
 */
final class Segment {

    static final int HEADER = 32;

    static final String SUFFIX = ".journal";

    private static final long MAGIC = 0x314C4E524A4D50L;

    private final Path file;

    private final long journal;

    private final long number;

    private final long first;

    private @Nullable FileChannel channel;

    private volatile long end;

    private Segment(Path file, long journal, long number, long first) {
        this.file = file;
        this.journal = journal;
        this.number = number;
        this.first = first;
    }

    /** Makes the file and its folder's entry durable. */
    static Segment create(Path directory, long journal, long number, long first) throws IOException {
        Path file = directory.resolve("%012d%s".formatted(number, SUFFIX));
        Segment segment = new Segment(file, journal, number, first);
        segment.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        ByteBuffer head = littleEndian(HEADER).putLong(MAGIC).putLong(journal).putLong(number).putLong(first).flip();
        segment.write(head);
        segment.sync();
        try (FileChannel folder = FileChannel.open(directory)) {
            folder.force(true);
        }
        return segment;
    }

    /** The segment of a file, or nothing if the file's head was never finished. */
    static @Nullable Segment open(Path file) throws IOException {
        ByteBuffer head = littleEndian(HEADER);
        try (FileChannel channel = FileChannel.open(file)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                continue;
            }
            if (head.hasRemaining() || head.getLong(0) != MAGIC) {
                return null;
            }
            Segment segment = new Segment(file, head.getLong(8), head.getLong(16), head.getLong(24));
            segment.end = channel.size();
            return segment;
        }
    }

    /** Cuts off what is behind the end, and goes on writing there. */
    void resume(long end) throws IOException {
        FileChannel opened = FileChannel.open(this.file, StandardOpenOption.WRITE);
        this.channel = opened;
        opened.truncate(end);
        opened.force(true);
        this.end = end;
    }

    /** Writes behind the end; the end moves with {@link #sync} only. */
    void write(ByteBuffer content) throws IOException {
        FileChannel open = open();
        long at = this.end;
        while (content.hasRemaining()) {
            at += open.write(content, at);
        }
    }

    /** Makes durable what was written. */
    void sync() throws IOException {
        FileChannel open = open();
        open.force(false);
        this.end = open.size();
    }

    /**
     * Takes nothing more; what a failed write left behind its end is cut off if possible.
     */
    void abandon() {
        try (FileChannel open = this.channel) {
            if (open != null && open.isOpen()) {
                open.truncate(this.end);
            }
        }
        catch (IOException ex) {
            // the reader steps over what is left there
            this.channel = null;
        }
    }

    void close() throws IOException {
        FileChannel open = this.channel;
        if (open != null) {
            open.close();
        }
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(this.file);
    }

    Path file() {
        return this.file;
    }

    long journal() {
        return this.journal;
    }

    long number() {
        return this.number;
    }

    long first() {
        return this.first;
    }

    /** Up to where it is durable. */
    long end() {
        return this.end;
    }

    static ByteBuffer littleEndian(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    private FileChannel open() throws IOException {
        FileChannel open = this.channel;
        if (open == null) {
            throw new IOException(this.file + " is not open for writing");
        }
        return open;
    }

    @Override
    public String toString() {
        return this.file.toString();
    }

}
