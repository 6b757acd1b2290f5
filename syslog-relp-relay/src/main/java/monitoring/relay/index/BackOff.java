package monitoring.relay.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Pauses that grow with each failure and end at once when the program stops. */
public final class BackOff {

    private final IndexProperties properties;

    private final CountDownLatch stop = new CountDownLatch(1);

    /** Pauses of the lengths that are set. */
    public BackOff(IndexProperties properties) {
        this.properties = properties;
    }

    /**
     * Pauses after so many failures in a row; half of the pause is by lot, so that
     * several relays do not come back at once.
     * @return whether to go on after it
     */
    public boolean pause(int failures) {
        long longest = Math.min(this.properties.maxBackOff().toMillis(),
                this.properties.minBackOff().toMillis() << Math.min(failures - 1, 20));
        return pause(Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1)));
    }

    private boolean pause(Duration length) {
        try {
            return !this.stop.await(length.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            return false;
        }
    }

    /** Ends all pauses, also those to come. */
    public void stop() {
        this.stop.countDown();
    }

}
