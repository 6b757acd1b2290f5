package monitoring.localservers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when a test says so; in UTC. */
public final class HandClock extends Clock {

    private volatile Instant now;

    /** Stands at 2026-11-25T02:10:00Z. */
    public HandClock() {
        this(Instant.parse("2026-11-25T02:10:00Z"));
    }

    public HandClock(Instant now) {
        this.now = now;
    }

    public void set(Instant now) {
        this.now = now;
    }

    public void forward(Duration time) {
        this.now = this.now.plus(time);
    }

    @Override
    public Instant instant() {
        return this.now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

}
