package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.policy.Policies;

import org.springframework.jdbc.core.RowMapper;

/**
 * Rows that somebody else may have written wrongly: each is read on its own, and one that
 * is no policy is reported, not thrown.
 */
final class PolicyRows {

    private PolicyRows() {
    }

    static <P> Policies<P> read(Database database, String table, String key, String where, RowMapper<P> mapper) {
        List<P> valid = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        database.sql("select * from " + table + " " + where + " order by " + key).query((ResultSet row) -> {
            try {
                P policy = mapper.mapRow(row, 0);
                if (policy != null) {
                    valid.add(policy);
                }
            }
            catch (IllegalArgumentException ex) {
                rejected.add(table + " " + row.getString(key) + ": " + ex.getMessage());
            }
        });
        return new Policies<>(valid, rejected);
    }

    static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        if (row.wasNull()) {
            throw new IllegalArgumentException(column + ": null (expected: a number)");
        }
        return value;
    }

    static int integer(ResultSet row, String column) throws SQLException {
        double value = number(row, column);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(column + ": " + value + " (expected: an integer)");
        }
        return (int) value;
    }

    static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        if (value == null) {
            throw new IllegalArgumentException(column + ": null (expected: a text)");
        }
        return value;
    }

    static boolean yes(ResultSet row, String column) throws SQLException {
        String value = text(row, column);
        if (!value.equalsIgnoreCase("Y") && !value.equalsIgnoreCase("N")) {
            throw new IllegalArgumentException(column + ": " + value + " (expected: Y or N)");
        }
        return value.equalsIgnoreCase("Y");
    }

}
