package monitoring.localservers.platform;

/** Signals that the command line asks for something that cannot be. */
final class OptionException extends RuntimeException {

    OptionException(String message) {
        super(message);
    }

    OptionException(String message, Throwable cause) {
        super(message, cause);
    }

}
