package monitoring.storage.influxdb;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Gives one object for times that come again and again, as agents report at the same
 * seconds. Remembers a bounded number and forgets as it likes.
 */
final class RecentTimes {

    private static final int SIZE = 1 << 12;

    private final @Nullable Instant[] times = new Instant[SIZE];

    Instant of(long millis) {
        int hash = Long.hashCode(millis / 10);
        int place = (hash ^ hash >>> 16) & SIZE - 1;
        Instant known = this.times[place];
        if (known != null && known.toEpochMilli() == millis) {
            return known;
        }
        Instant time = Instant.ofEpochMilli(millis);
        this.times[place] = time;
        return time;
    }

}
