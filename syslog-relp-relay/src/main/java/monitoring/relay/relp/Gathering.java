package monitoring.relay.relp;

import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.Transport;

/**
 * Lets the messages of a busy session gather in its socket. A sender such as omrelp
 * writes each message on its own; who reads each on its own spends most of its time on
 * going to the kernel and back. What comes while a sync is under way has to wait for the
 * next one anyway, so after a small read the session reads on when the messages before
 * are kept. A sender that was seen to have many messages on their way does not wait for
 * the answers to a few: its session reads on a little later still, so that a sync is for
 * more of them, but before the sender can have used up a quarter of that window; not over
 * TLS, where that costs more than it spares. For one event loop.
 */
final class Gathering {

    private static final int SMALL_BYTES = 8 * 1024;

    /** A sender with less on its way may be waiting for the answers. */
    private static final int LARGE_WINDOW = 512;

    /** With fewer messages in a round, a sync more costs nothing. */
    private static final int BUSY_ROUND = 32;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private final boolean possible;

    private final boolean mayPause;

    private int bytes;

    private boolean on;

    private boolean pausing;

    /** The most messages that were seen on their way without an answer. */
    private int window;

    /** Messages answered since the last pause began. */
    private int round;

    private long roundBegan;

    Gathering(Intake intake, Transport transport) {
        this.possible = intake.isPrompt();
        this.mayPause = this.possible && transport == Transport.RELP;
    }

    /** So many bytes came with the read that is under way. */
    void read(int count) {
        this.bytes += count;
    }

    /** So many messages wait for their answers. */
    void waiting(int messages) {
        this.window = Math.max(this.window, messages);
    }

    /** All that there was is read; whether to read no more for now. */
    boolean begins(boolean unanswered) {
        this.on = this.pausing || this.possible && unanswered && this.bytes < SMALL_BYTES;
        this.bytes = 0;
        return this.on;
    }

    /** So many messages are kept and answered; reading goes on now or a little later. */
    void answered(int messages, EventExecutor loop, Runnable reading) {
        this.round += messages;
        if (this.pausing) {
            return;
        }
        long now = loop.ticker().nanoTime();
        long pause = pause(now);
        this.pausing = pause >= SHORTEST_PAUSE;
        this.on = this.pausing;
        this.round = 0;
        this.roundBegan = now;
        if (this.pausing) {
            loop.schedule(() -> {
                this.pausing = false;
                this.on = false;
                reading.run();
            }, pause, TimeUnit.NANOSECONDS);
        }
    }

    private long pause(long now) {
        if (!this.mayPause || this.round < BUSY_ROUND || this.window < LARGE_WINDOW) {
            return 0;
        }
        long each = (now - this.roundBegan) / this.round;
        return Math.min(LONGEST_PAUSE, this.window / 4 * each);
    }

    boolean isOn() {
        return this.on;
    }

}
