package monitoring.dashboard.web;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * By which column a list is sorted. In an address a column's name asks for the order that
 * people want first of it (the highest CPU, the first name), with a minus before it for
 * the other way round.
 *
 * @param column the list is sorted by
 * @param reversed the other way round
 * @param columns that there are, and whether the largest comes first in them
 */
public record Sorting(String column, boolean reversed, Map<String, Boolean> columns) {

    /**
     * Reads what an address asks for.
     * @param asked name of a column, maybe with a minus
     * @param columns that there are, and whether the largest comes first in them
     * @param otherwise the column, if there is none of the name
     */
    public static Sorting of(@Nullable String asked, Map<String, Boolean> columns, String otherwise) {
        String text = (asked == null) ? "" : asked.strip();
        boolean reversed = text.startsWith("-");
        String name = reversed ? text.substring(1) : text;
        return columns.containsKey(name) ? new Sorting(name, reversed, columns)
                : new Sorting(otherwise, false, columns);
    }

    /** Whether the largest comes first. */
    public boolean isDescending() {
        return Boolean.TRUE.equals(this.columns.get(this.column)) != this.reversed;
    }

    /** As it stands in an address. */
    public String asked() {
        return this.reversed ? "-" + this.column : this.column;
    }

    /** What a column's head asks for: its order, or the other way round of it. */
    public String next(String column) {
        return (this.column.equals(column) && !this.reversed) ? "-" + column : column;
    }

    /**
     * How a column's head is marked for those who do not see; null if it is not sorted
     * by.
     */
    public @Nullable String aria(String column) {
        if (!this.column.equals(column)) {
            return null;
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** By a value, in this direction; what has none comes last in either. */
    public <T, V extends Comparable<? super V>> Comparator<T> by(Function<T, @Nullable V> value) {
        Comparator<V> order = isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }

}
