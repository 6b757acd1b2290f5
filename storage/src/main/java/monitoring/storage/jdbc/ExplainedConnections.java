package monitoring.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool of connections, which says why it gives none, where, and what to do: a
 * {@link SQLTransientConnectionException} if all are in use, so that the next call may
 * succeed, and a {@link SQLNonTransientConnectionException} if the server is away.
 */
final class ExplainedConnections extends DelegatingDataSource {

    private static final String SIZE = "spring.datasource.hikari.maximum-pool-size";

    private final HikariDataSource pool;

    ExplainedConnections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        }
        catch (SQLTransientConnectionException ex) {
            // the pool's own, after its connection-timeout
            throw isExhausted() ? exhausted(ex) : away(ex);
        }
    }

    /** Whether as many connections are open as there may be. */
    private boolean isExhausted() {
        return this.pool.getHikariPoolMXBean().getTotalConnections() >= this.pool.getMaximumPoolSize();
    }

    private SQLException exhausted(SQLTransientConnectionException reason) {
        int size = this.pool.getMaximumPoolSize();
        return new SQLTransientConnectionException(
                "%s: all %d connections to %s are in use, and none was given back within %s (expected: more than are in use at once, %d or more; or find out what holds them so long)"
                    .formatted(SIZE, size, address(), waited(), 2 * size),
                reason.getSQLState(), reason.getErrorCode(), reason);
    }

    private SQLException away(SQLTransientConnectionException reason) {
        Throwable cause = reason.getCause();
        String words = (cause != null) ? String.valueOf(cause.getMessage()).strip() : "no answer";
        return new SQLNonTransientConnectionException(
                "%s gave no connection within %s: %s; is it up, and spring.datasource.url right?".formatted(address(),
                        waited(), words),
                reason.getSQLState(), reason.getErrorCode(), reason);
    }

    /** Without what stands behind it, where a password may be. */
    private String address() {
        return String.valueOf(this.pool.getJdbcUrl()).replaceAll("[?;].*", "");
    }

    private String waited() {
        return String.format(Locale.ROOT, "%.1f s", this.pool.getConnectionTimeout() / 1000.0);
    }

}
