package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Columns of a table and the values to write there. */
final class Row {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row with(String column, @Nullable Object value) {
        this.values.put(column, value);
        return this;
    }

    /** A time in one of PaaS-TA's columns, which keep whole seconds. */
    Row withSeconds(String column, @Nullable Instant time) {
        return with(column, (time != null) ? Times.seconds(time) : null);
    }

    /** A time in one of our columns, which keep microseconds. */
    Row withMicros(String column, @Nullable Instant time) {
        return with(column, (time != null) ? Times.micros(time) : null);
    }

    /** A text that is cut where the column ends. */
    Row withText(String column, String text, int length) {
        return with(column, cut(text, length));
    }

    /** A yes or no as PaaS-TA writes it. */
    Row withYn(String column, boolean value) {
        return with(column, value ? "Y" : "N");
    }

    Map<String, @Nullable Object> values() {
        return this.values;
    }

    String columns() {
        return String.join(", ", this.values.keySet());
    }

    String parameters() {
        return this.values.keySet().stream().map((column) -> ":" + column).collect(Collectors.joining(", "));
    }

    String assignments() {
        return this.values.keySet()
            .stream()
            .map((column) -> column + " = :" + column)
            .collect(Collectors.joining(", "));
    }

    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

}
