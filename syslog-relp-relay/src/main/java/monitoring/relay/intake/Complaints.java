package monitoring.relay.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a peer's trouble is to be logged: once a minute for each peer, or a
 * refused sender that tries again every second would fill the log.
 */
public final class Complaints {

    private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private static final int MAX_PEERS = 4096;

    private final Map<String, Long> toldAt = new ConcurrentHashMap<>();

    /** Whether it is time to complain of a peer (again). */
    public boolean isDue(String peer) {
        if (this.toldAt.size() > MAX_PEERS) {
            this.toldAt.clear();
        }
        long now = System.nanoTime();
        return this.toldAt.merge(peer, now, (before, latest) -> (latest - before > INTERVAL) ? latest : before) == now;
    }

}
