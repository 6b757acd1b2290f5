package monitoring.relay.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;

/**
 * Raw messages of one source, one behind the other, each with its length before it
 * (little-endian int). Used again and again by one thread, so that a message costs a copy
 * and a hash but no object. At most {@value #MAX_MESSAGES} messages; it grows with its
 * largest content and keeps that size.
 */
public final class MessageBlock {

    /** More do not go into one block. */
    public static final int MAX_MESSAGES = 1024;

    private static final int PREFERRED_BYTES = 256 * 1024;

    private ByteBuffer bytes;

    private long[] hashes;

    private int count;

    /** An empty block. */
    public MessageBlock() {
        this.bytes = allocate(64 * 1024);
        this.hashes = new long[256];
    }

    private MessageBlock(MessageBlock original) {
        this.bytes = allocate(original.size()).put(original.content());
        this.hashes = Arrays.copyOf(original.hashes, original.count);
        this.count = original.count;
    }

    /** Empties it. */
    public void clear() {
        this.bytes.clear();
        this.count = 0;
    }

    /** Copies a message in; the reader index of the buffer stays. */
    public void add(ByteBuf from, int index, int length) {
        makeRoom(length);
        int start = this.bytes.position() + Integer.BYTES;
        this.bytes.putInt(length);
        this.bytes.limit(start + length);
        from.getBytes(index, this.bytes);
        this.bytes.limit(this.bytes.capacity());
        this.hashes[this.count++] = MessageHash.of(this.bytes, start, length);
    }

    /** Copies a message in. */
    public void add(byte[] message) {
        makeRoom(message.length);
        int start = this.bytes.position() + Integer.BYTES;
        this.bytes.putInt(message.length).put(message);
        this.hashes[this.count++] = MessageHash.of(this.bytes, start, message.length);
    }

    /** A copy that is as large as needed. */
    public MessageBlock copy() {
        return new MessageBlock(this);
    }

    /** Whether it should be handed on before more is added. */
    public boolean isFull() {
        return this.count == MAX_MESSAGES || this.bytes.position() >= PREFERRED_BYTES;
    }

    /** How many messages it holds. */
    public int count() {
        return this.count;
    }

    /** How many bytes it holds, lengths included. */
    public int size() {
        return this.bytes.position();
    }

    /** A hash of one message. */
    public long hash(int message) {
        return this.hashes[message];
    }

    /** Its content, to be read at once; a view. */
    public ByteBuffer content() {
        return this.bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
    }

    private void makeRoom(int length) {
        if (this.count == this.hashes.length) {
            this.hashes = Arrays.copyOf(this.hashes, this.count * 2);
        }
        int needed = this.bytes.position() + Integer.BYTES + length;
        if (needed > this.bytes.capacity()) {
            ByteBuffer larger = allocate(Math.max(needed, Math.min(this.bytes.capacity() * 2, PREFERRED_BYTES * 2)));
            larger.put(this.bytes.flip());
            this.bytes = larger;
        }
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

}
