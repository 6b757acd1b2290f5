package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.InvalidCursorException;

import org.jspecify.annotations.Nullable;

/**
 * The order of a list whose pages are found by their place: expressions that are never
 * null, the last of which no two rows share. A page begins where the values of the row
 * before it end, which an index finds, and not after so many rows, which have to be
 * counted.
 *
 * @param keys in which order the list is sorted by them
 * @param stretches all values of the first key, which is a column then, in the order in
 * which they come: the list is read stretch by stretch, each in the order of the other
 * keys, which an index finds, while no index is in the order of all. Empty to read it as
 * a whole
 */
record KeyOrder(List<Key> keys, List<String> stretches) {

    KeyOrder(List<Key> keys) {
        this(keys, List.of());
    }

    /** Newest first, by a time and a number. */
    static KeyOrder newestFirst(String time, String id) {
        return new KeyOrder(List.of(new Key(time, Kind.TIME, true), new Key(id, Kind.NUMBER, true)));
    }

    /** What a selection gives beside its columns, so that {@link #place} can be read. */
    String selected() {
        return IntStream.range(0, this.keys.size())
            .mapToObj((i) -> this.keys.get(i).expression() + " as key_" + i)
            .collect(Collectors.joining(", "));
    }

    /** The place of a row. */
    Cursor place(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < this.keys.size(); i++) {
            values.add(this.keys.get(i).kind().read(row, "key_" + i));
        }
        return new Cursor(values);
    }

    String by(boolean backwards, Dialect dialect) {
        boolean shared = !this.stretches.isEmpty() && !dialect.ordersBySharedColumns();
        return this.keys.stream()
            .skip(shared ? 1 : 0)
            .map((key) -> key.expression() + (key.isDescending(backwards) ? " desc" : ""))
            .collect(Collectors.joining(", "));
    }

    /**
     * The parts that are read one after the other, from a place on, or from the begin.
     * @throws InvalidCursorException if the place is not one of this order
     */
    List<Part> parts(@Nullable Cursor place, boolean backwards) {
        if (this.stretches.isEmpty()) {
            return List.of(part(place, backwards));
        }
        List<String> values = new ArrayList<>(this.stretches);
        if (backwards) {
            Collections.reverse(values);
        }
        int first = (place != null) ? values.indexOf(place.keys().get(0)) : 0;
        if (first < 0) {
            throw new InvalidCursorException(place.keys().get(0), "one of " + this.stretches);
        }
        KeyOrder others = new KeyOrder(this.keys.subList(1, this.keys.size()));
        List<Part> parts = new ArrayList<>();
        for (String value : values.subList(first, values.size())) {
            @Nullable Cursor within = (place != null && parts.isEmpty()) ? place.afterFirst() : null;
            parts.add(others.part(within, backwards).of(this.keys.get(0).expression(), value));
        }
        return parts;
    }

    private Part part(@Nullable Cursor place, boolean backwards) {
        Map<String, Object> parameters = new HashMap<>();
        return new Part((place != null) ? List.of(beyond(place, backwards, parameters)) : List.of(), parameters);
    }

    /**
     * The condition that rows meet which come after a place, or before it.
     * @param parameters gets the values of the place
     * @throws InvalidCursorException if the place is not one of this order
     */
    String beyond(Cursor place, boolean backwards, Map<String, Object> parameters) {
        if (place.keys().size() != this.keys.size()) {
            throw new InvalidCursorException(place.keys().size() + " keys", this.keys.size() + " keys");
        }
        String condition = "";
        for (int i = this.keys.size() - 1; i >= 0; i--) {
            Key key = this.keys.get(i);
            parameters.put("key_" + i, key.kind().parse(place.keys().get(i)));
            String beyond = key.expression() + (key.isDescending(backwards) ? " < " : " > ") + ":key_" + i;
            condition = condition.isEmpty() ? beyond
                    : "(" + beyond + " or (" + key.expression() + " = :key_" + i + " and " + condition + "))";
        }
        Key first = this.keys.get(0);
        // says the same once more in a form in which databases find the place in an index
        return first.expression() + (first.isDescending(backwards) ? " <= " : " >= ") + ":key_0 and " + condition;
    }

    /**
     * What is read at once.
     *
     * @param conditions that its rows meet
     * @param parameters their values
     */
    record Part(List<String> conditions, Map<String, Object> parameters) {

        private Part of(String column, String value) {
            List<String> conditions = new ArrayList<>(this.conditions);
            conditions.add(column + " = :stretch");
            Map<String, Object> parameters = new HashMap<>(this.parameters);
            parameters.put("stretch", value);
            return new Part(conditions, parameters);
        }

    }

    /**
     * What a list is sorted by.
     *
     * @param expression SQL; never null
     * @param kind of its values
     * @param descending whether the largest comes first
     */
    record Key(String expression, Kind kind, boolean descending) {

        boolean isDescending(boolean backwards) {
            return this.descending != backwards;
        }

    }

    /** Kinds of values, and how they are written into a place. */
    enum Kind {

        TIME {
            @Override
            String read(ResultSet row, String column) throws SQLException {
                return row.getObject(column, LocalDateTime.class).toString();
            }

            @Override
            Object parse(String value) {
                try {
                    LocalDateTime time = LocalDateTime.parse(value);
                    if (time.getYear() >= 1970 && time.getYear() <= LAST_YEAR) {
                        return time;
                    }
                }
                catch (DateTimeException ex) {
                    // said below, as for a time that no database keeps
                }
                throw wrong(value, "a time");
            }
        },

        NUMBER {
            @Override
            String read(ResultSet row, String column) throws SQLException {
                return Long.toString(row.getLong(column));
            }

            @Override
            Object parse(String value) {
                try {
                    return Long.valueOf(value);
                }
                catch (NumberFormatException ex) {
                    throw wrong(value, "a number");
                }
            }
        },

        REAL {
            @Override
            String read(ResultSet row, String column) throws SQLException {
                return Double.toString(row.getDouble(column));
            }

            @Override
            Object parse(String value) {
                try {
                    double number = Double.parseDouble(value);
                    if (Double.isFinite(number)) {
                        return number;
                    }
                }
                catch (NumberFormatException ex) {
                    // said below, as for a number that no database keeps
                }
                throw wrong(value, "a number");
            }
        },

        TEXT {
            @Override
            String read(ResultSet row, String column) throws SQLException {
                return row.getString(column);
            }

            @Override
            Object parse(String value) {
                // no database keeps it, and PostgreSQL takes it for an error
                return value.replace("\u0000", "");
            }
        };

        private static final int LAST_YEAR = 9999;

        abstract String read(ResultSet row, String column) throws SQLException;

        /**
         * The value of a place.
         * @throws InvalidCursorException if it is of another kind
         */
        abstract Object parse(String value);

        private static InvalidCursorException wrong(String value, String expected) {
            return new InvalidCursorException(value, expected);
        }

    }

}
