package monitoring.relay.relp;

import java.util.concurrent.atomic.AtomicLong;

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

    /** Notes what a session holds now instead of what it held before. */
    void changed(int before, int now) {
        if (before != now) {
            this.held.addAndGet((long) now - before);
        }
    }

    /** Whether a session that holds so much may read on. */
    boolean hasRoom(int holding) {
        return holding <= LITTLE || this.held.get() <= MOST;
    }

}
