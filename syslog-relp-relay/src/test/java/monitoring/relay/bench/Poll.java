package monitoring.relay.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Waits for numbers to grow. */
final class Poll {

    private Poll() {
    }

    /** Seconds from a start until the value reached its goal. */
    static double secondsUntil(long start, LongSupplier value, long goal, Duration pace) {
        long end = start + Duration.ofMinutes(5).toNanos();
        for (long reached = value.getAsLong(); reached < goal; reached = value.getAsLong()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Reached %d in 5 minutes (expected: %d)".formatted(reached, goal));
            }
            LockSupport.parkNanos(pace.toNanos());
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

}
