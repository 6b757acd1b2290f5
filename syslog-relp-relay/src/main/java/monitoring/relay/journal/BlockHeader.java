package monitoring.relay.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The fixed part of a block on disk, little-endian:
 *
 * <pre>
 * int magic, int payloadLength, long first, long receivedAt, long session,
 * int count, byte transport, byte peerLength, short 0, int payloadCrc, int headerCrc
 * </pre>
 *
 * The payload is the peer's address and then {@code count} messages, each with its length
 * before it.
 */
record BlockHeader(int payloadLength, long first, long receivedAt, long session, int count, int transport,
        int peerLength, int payloadCrc) {

    static final int SIZE = 48;

    static final int MAGIC = 0x424C4B31; // "1KLB"

    /** No block is larger: the longest frame and its companions. */
    static final int MAX_PAYLOAD = 64 * 1024 * 1024;

    private static final int CHECKED = SIZE - Integer.BYTES;

    void write(ByteBuffer to) {
        int start = to.position();
        to.putInt(MAGIC).putInt(this.payloadLength).putLong(this.first).putLong(this.receivedAt).putLong(this.session);
        to.putInt(this.count).put((byte) this.transport).put((byte) this.peerLength).putShort((short) 0);
        to.putInt(this.payloadCrc).putInt(crc(to, start, CHECKED));
    }

    /** Reads a header, or tells that there is none at this place. */
    static @Nullable BlockHeader read(ByteBuffer from, int at) {
        if (from.getInt(at) != MAGIC || from.getInt(at + CHECKED) != crc(from, at, CHECKED)) {
            return null;
        }
        BlockHeader header = new BlockHeader(from.getInt(at + 4), from.getLong(at + 8), from.getLong(at + 16),
                from.getLong(at + 24), from.getInt(at + 32), from.get(at + 36), from.get(at + 37) & 0xFF,
                from.getInt(at + 40));
        return (header.payloadLength >= 0 && header.payloadLength <= MAX_PAYLOAD) ? header : null;
    }

    /** The same block at a position. */
    BlockHeader at(long position) {
        return new BlockHeader(this.payloadLength, position, this.receivedAt, this.session, this.count, this.transport,
                this.peerLength, this.payloadCrc);
    }

    long last() {
        return this.first + this.count - 1;
    }

    Source source(String peer) {
        return new Source(Transport.values()[this.transport], peer, this.session);
    }

    static int crc(ByteBuffer buffer, int index, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().position(index).limit(index + length));
        return (int) crc.getValue();
    }

}
