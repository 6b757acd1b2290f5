package monitoring.localservers;

import org.jspecify.annotations.Nullable;

/**
 * Signals that a server of this machine did not start; the message says what to do about
 * it.
 */
public final class ServerStartException extends RuntimeException {

    public ServerStartException(String message) {
        super(message);
    }

    public ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

}
