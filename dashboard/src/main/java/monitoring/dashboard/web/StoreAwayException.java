package monitoring.dashboard.web;

import java.io.Serial;

/**
 * Signals that a program asked for what a store keeps that does not answer; answered with
 * 503.
 */
public final class StoreAwayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StoreAwayException(StoreWatch.Store store, boolean busy) {
        super("store: " + store + (busy ? " has no connection to spare" : " does not answer")
                + " (expected: an answer; ask again in some seconds)");
    }

}
