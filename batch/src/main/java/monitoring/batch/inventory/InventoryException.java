package monitoring.batch.inventory;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Signals that a director or a cloud controller did not tell what it knows. */
public final class InventoryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    InventoryException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** HTTP status, 0 if there was no answer. */
    public int status() {
        return this.status;
    }

}
