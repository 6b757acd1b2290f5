package monitoring.batch.notify;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Signals that a message was not taken, or that nobody knows. */
public final class DeliveryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private DeliveryException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** For good: the same message will never be taken. */
    public static DeliveryException refused(String message, @Nullable Throwable cause) {
        return new DeliveryException(Outcome.REFUSED, message, cause);
    }

    /** For now: it was certainly not taken, and may be later. */
    public static DeliveryException notTaken(String message, @Nullable Throwable cause) {
        return new DeliveryException(Outcome.NOT_TAKEN, message, cause);
    }

    /** The connection broke after everything was sent. */
    public static DeliveryException unknown(String message, @Nullable Throwable cause) {
        return new DeliveryException(Outcome.UNKNOWN, message, cause);
    }

    /** Somebody decided that nothing is sent this way. */
    public static DeliveryException switchedOff(String message) {
        return new DeliveryException(Outcome.SWITCHED_OFF, message, null);
    }

    public Outcome outcome() {
        return this.outcome;
    }

    /** What is known of a failed attempt. */
    public enum Outcome {

        REFUSED, NOT_TAKEN, UNKNOWN, SWITCHED_OFF

    }

}
