package monitoring.relay.relp;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * How many bytes of all sessions wait for the rest of their frame. A frame may be long
 * and slow, but not in a thousand sessions at one time: beyond the limit, those that hold
 * much are not read from until others have ended, and {@code frame-timeout} ends them.
 */
final class PartialFrames {

    private static final long MOST = 24 * 1024 * 1024;

    /** Sessions that hold less are always read from. */
    private static final int LITTLE = 4 * 1024;

    private final AtomicLong held = new AtomicLong();

    Holding holding() {
        return new Holding();
    }

    /** What one session holds; for its event loop. */
    final class Holding {

        private int bytes;

        /** The begin of a frame must not keep a large buffer from the others. */
        ByteBuf keep(ByteBufAllocator allocator, ByteBuf buffer) {
            int rest = buffer.readableBytes();
            holds(rest);
            if (buffer.capacity() <= 4 * rest + 1024) {
                return buffer.discardSomeReadBytes();
            }
            ByteBuf small = allocator.buffer(rest).writeBytes(buffer);
            buffer.release();
            return small;
        }

        void nothing() {
            holds(0);
        }

        private void holds(int now) {
            PartialFrames.this.held.addAndGet((long) now - this.bytes);
            this.bytes = now;
        }

        /** Whether the session may read on. */
        boolean hasRoom() {
            return this.bytes <= LITTLE || PartialFrames.this.held.get() <= MOST;
        }

    }

}
