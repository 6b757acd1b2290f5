package monitoring.storage.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionOperations;

/** The SQL server behind the stores. Takes part in the caller's transaction. */
final class Database {

    /** Rows of one insert: parameters stay below the 65,535 that PostgreSQL takes. */
    private static final int ROWS = 500;

    private final JdbcOperations operations;

    private final JdbcClient client;

    private final Dialect dialect;

    private final TransactionOperations transaction;

    private final Clock clock;

    Database(JdbcOperations operations, Dialect dialect, TransactionOperations transaction, Clock clock) {
        this.operations = operations;
        this.client = JdbcClient.create(operations);
        this.dialect = dialect;
        this.transaction = transaction;
        this.clock = clock;
    }

    JdbcClient.StatementSpec sql(String sql) {
        return this.client.sql(sql);
    }

    Dialect dialect() {
        return this.dialect;
    }

    Instant now() {
        return this.clock.instant();
    }

    /** All within the caller's transaction, or within one of its own. */
    <T extends @Nullable Object> T together(Supplier<T> statements) {
        return this.transaction.execute((status) -> statements.get());
    }

    /** Inserts a row and returns the key that the server gave it. */
    String insert(String table, Row row, String key) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        sql(insert(table, row)).params(row.values()).update(keys, key);
        Number number = keys.getKey();
        if (number == null) {
            throw new IllegalStateException(table + "." + key + ": no key was given (expected: one)");
        }
        return Long.toString(number.longValue());
    }

    /** Inserts a row unless one with the same key is there; the transaction goes on. */
    boolean insertIfAbsent(String table, Row row) {
        try {
            return sql(this.dialect.insertIfAbsent(insert(table, row))).params(row.values()).update() == 1;
        }
        catch (DuplicateKeyException ex) {
            return false;
        }
    }

    /** Updates the row with a key and says whether it is there. */
    boolean update(String table, Row row, String key, Object value) {
        Map<String, @Nullable Object> parameters = new HashMap<>(row.values());
        parameters.put("key", value);
        return sql("update " + table + " set " + row.assignments() + " where " + key + " = :key").params(parameters)
            .update() > 0;
    }

    /** Updates the row with a key, or inserts it with what is only said once. */
    void merge(String table, Row row, Row onlyOnce, String key, Object value) {
        if (update(table, row, key, value)) {
            return;
        }
        row.values().forEach(onlyOnce::with);
        if (!insertIfAbsent(table, onlyOnce.with(key, value))) {
            update(table, row, key, value); // somebody else was faster
        }
    }

    void delete(String table, String key, Object value) {
        sql("delete from " + table + " where " + key + " = ?").param(value).update();
    }

    /** Inserts many rows with as few statements as possible. */
    void insertAll(String table, String columns, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String values = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Object[]> part = rows.subList(from, Math.min(from + ROWS, rows.size()));
            String sql = "insert into " + table + " (" + columns + ") values "
                    + String.join(", ", Collections.nCopies(part.size(), values));
            this.operations.update(sql, part.stream().flatMap((row) -> Arrays.stream(row)).toArray());
        }
    }

    /** Runs one statement for many rows in one round trip or few. */
    void forAll(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            this.operations.batchUpdate(sql, rows);
        }
    }

    /** The number of a row; none if it is no number, as no row has such an id. */
    static OptionalLong number(String id) {
        try {
            return OptionalLong.of(Long.parseLong(id));
        }
        catch (NumberFormatException ex) {
            return OptionalLong.empty();
        }
    }

    /** The number of a row that must be there. */
    static long numberOf(String table, String id) {
        return number(id).orElseThrow(() -> missing(table, id));
    }

    static NoSuchElementException missing(String table, String id) {
        return new NoSuchElementException(table + " " + id + ": not there (expected: the id of a row)");
    }

    private static String insert(String table, Row row) {
        return "insert into " + table + " (" + row.columns() + ") values (" + row.parameters() + ")";
    }

}
