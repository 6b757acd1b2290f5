package monitoring.relay.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Reads the blocks of one segment in order. Reads ahead {@value #AHEAD} bytes. */
final class SegmentScanner implements Closeable {

    private static final int AHEAD = 512 * 1024;

    private final Segment segment;

    private final FileChannel channel;

    private ByteBuffer window = Segment.littleEndian(AHEAD).limit(0);

    /** Offset in the file of the window's first byte. */
    private long windowStart;

    private long offset = Segment.HEADER;

    private long skipped;

    SegmentScanner(Segment segment) throws IOException {
        this.segment = segment;
        this.channel = FileChannel.open(segment.file());
    }

    Segment segment() {
        return this.segment;
    }

    /** Offset behind the last block that was read. */
    long offset() {
        return this.offset;
    }

    /** How many bytes were stepped over because they were no block; starts again at 0. */
    long takeSkipped() {
        long taken = this.skipped;
        this.skipped = 0;
        return taken;
    }

    /**
     * The next whole block before the end, or nothing.
     * @param end up to where the file may be read
     * @param resume whether to look for a later block where a broken one stands
     */
    @Nullable JournalBlock next(long end, boolean resume) throws IOException {
        while (this.offset + BlockHeader.SIZE <= end) {
            BlockHeader header = fill(BlockHeader.SIZE, end)
                    ? BlockHeader.read(this.window, (int) (this.offset - this.windowStart)) : null;
            JournalBlock block = (header != null) ? block(header, end) : null;
            if (block != null) {
                this.offset += BlockHeader.SIZE + header.payloadLength();
                return block;
            }
            if (!resume) {
                return null;
            }
            this.offset++;
            this.skipped++;
        }
        if (resume && this.offset < end) {
            this.skipped += end - this.offset;
            this.offset = end;
        }
        return null;
    }

    private @Nullable JournalBlock block(BlockHeader header, long end) throws IOException {
        if (!fill(BlockHeader.SIZE + header.payloadLength(), end)) {
            return null;
        }
        int at = (int) (this.offset - this.windowStart) + BlockHeader.SIZE;
        if (BlockHeader.crc(this.window, at, header.payloadLength()) != header.payloadCrc()) {
            return null;
        }
        String peer = new String(this.window.array(), at, header.peerLength(), StandardCharsets.UTF_8);
        byte[] content = new byte[header.payloadLength() - header.peerLength()];
        this.window.get(at + header.peerLength(), content);
        return split(header, peer, content);
    }

    private static JournalBlock split(BlockHeader header, String peer, byte[] content) {
        int[] starts = new int[header.count()];
        int[] lengths = new int[header.count()];
        ByteBuffer view = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            lengths[i] = view.getInt(at);
            starts[i] = at + Integer.BYTES;
            at = starts[i] + lengths[i];
        }
        return new JournalBlock(header.first(), Instant.ofEpochMilli(header.receivedAt()), header.source(peer), content,
                starts, lengths);
    }

    /** Whether so many bytes from the offset on are in the window now. */
    private boolean fill(int length, long end) throws IOException {
        if (this.offset + length > end) {
            return false;
        }
        if (this.offset >= this.windowStart && this.offset + length <= this.windowStart + this.window.limit()) {
            return true;
        }
        if (length > this.window.capacity()) {
            this.window = Segment.littleEndian(length);
        }
        this.window.clear().limit((int) Math.min(this.window.capacity(), end - this.offset));
        this.windowStart = this.offset;
        long at = this.offset;
        while (this.window.hasRemaining()) {
            int read = this.channel.read(this.window, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        this.window.flip();
        return this.window.limit() >= length;
    }

    @Override
    public void close() throws IOException {
        this.channel.close();
    }

}
