package monitoring.relay.relp;

import monitoring.relay.intake.Intake;

/**
 * Lets the messages of a busy session gather in its socket. A sender such as omrelp
 * writes each message on its own; who reads each on its own spends most of its time on
 * going to the kernel and back. What comes while a sync is under way has to wait for the
 * next one anyway, so after a small read the session reads on when the messages before
 * are kept. Of a sender that writes much at a time nothing is left waiting. For one event
 * loop.
 */
final class Gathering {

    private static final int SMALL_BYTES = 8 * 1024;

    private final boolean possible;

    private int bytes;

    private boolean on;

    Gathering(Intake intake) {
        this.possible = intake.isPrompt();
    }

    /** So many bytes came with the read that is under way. */
    void read(int count) {
        this.bytes += count;
    }

    /** All that there was is read; whether to read no more for now. */
    boolean begins(boolean unanswered) {
        this.on = this.possible && unanswered && this.bytes < SMALL_BYTES;
        this.bytes = 0;
        return this.on;
    }

    /** What was waited for is kept. */
    void end() {
        this.on = false;
    }

    boolean isOn() {
        return this.on;
    }

}
