package monitoring.dashboard.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a store that did not answer. The database's connections are given out
 * by a pool: none is to be had while all are in use, though the server is up.
 */
final class NoConnection {

    private NoConnection() {
    }

    /**
     * Whether all connections to the database are in use. The pool says that it waited in
     * vain in both cases, so that what is said above it counts.
     */
    static boolean isBusy(Throwable reason) {
        return first(reason, SQLException.class) instanceof SQLTransientConnectionException;
    }

    /** The words that bear the address: those of the database below those of Spring. */
    static String message(Throwable reason) {
        @Nullable SQLException database = first(reason, SQLException.class);
        @Nullable String message = ((database != null) ? database : reason).getMessage();
        return (message == null) ? reason.getClass().getSimpleName() : message;
    }

    private static <T> @Nullable T first(Throwable reason, Class<T> type) {
        for (@Nullable
        Throwable one = reason; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        return null;
    }

}
