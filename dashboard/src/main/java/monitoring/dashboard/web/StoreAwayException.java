package monitoring.dashboard.web;

import java.io.Serial;

/**
 * Signals that a program asked for what a store keeps that does not answer; answered with
 * 503.
 */
public final class StoreAwayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;

    StoreAwayException(StoreWatch.Store store, boolean busy) {
        super("store: " + store + (busy ? " has no connection to spare" : " does not answer")
                + " (expected: an answer; ask again in some seconds)");
        this.key = StoreWatch.Outage.key(store, busy);
    }

    /** The key of its text for people. */
    public String key() {
        return this.key;
    }

}
