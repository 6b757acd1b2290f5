package monitoring.relay.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;

/** Blocks that are written and synced together. Guarded by the journal's lock. */
final class Batch {

    /** What one sync covers at most; more than the longest message and a block. */
    static final int CAPACITY = 3 * 1024 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    private long first;

    private long last;

    boolean isEmpty() {
        return this.buffer.position() == 0;
    }

    boolean hasRoomFor(int length) {
        return this.buffer.remaining() >= BlockHeader.SIZE + length;
    }

    void add(BlockHeader header, byte[] peer, ByteBuffer content) {
        if (isEmpty()) {
            this.first = header.first();
        }
        header.write(this.buffer);
        this.buffer.put(peer).put(content);
        this.last = header.last();
    }

    /** Position of its first message. */
    long first() {
        return this.first;
    }

    /** Position of its last message. */
    long last() {
        return this.last;
    }

    int size() {
        return this.buffer.position();
    }

    ByteBuffer content() {
        return this.buffer.duplicate().flip();
    }

    void clear() {
        this.buffer.clear();
    }

    /** The header of a block that is to be added; its position is not known yet. */
    static BlockHeader header(Source source, byte[] peer, MessageBlock block, long receivedAt) {
        ByteBuffer content = block.content();
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(peer);
        crc.update(content);
        return new BlockHeader(peer.length + block.size(), 0, receivedAt, source.session(), block.count(),
                source.transport().ordinal(), peer.length, (int) crc.getValue());
    }

}
