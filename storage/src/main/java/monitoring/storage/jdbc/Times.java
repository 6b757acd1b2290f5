package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Times as the tables keep them: UTC without a zone, so that neither the JVM's zone nor
 * the session's matters.
 */
final class Times {

    private Times() {
    }

    static LocalDateTime seconds(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    }

    static LocalDateTime micros(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        Instant time = optional(row, column);
        if (time == null) {
            throw new SQLException(column + ": null (expected: a time)");
        }
        return time;
    }

    static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
    }

}
