package monitoring.relay.journal;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Signals that a journal cannot be opened or read. */
public final class JournalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What failed, and why. */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

}
