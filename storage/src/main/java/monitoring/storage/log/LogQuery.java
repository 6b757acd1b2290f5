package monitoring.storage.log;

import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Asks for log events.
 *
 * @param text words or a Lucene query string; empty for all
 * @param range when they happened
 * @param filters exact values; copied
 * @param minimum only events as bad as this, or worse
 * @param organizations of the apps of these only, empty for everything; copied
 * @param page how many, from where, in which direction
 */
public record LogQuery(String text, TimeRange range, Map<LogField, String> filters, LogSeverity minimum,
        Set<String> organizations, Page page) {

    public LogQuery {
        requireNonNull(text, "text");
        requireNonNull(range, "range");
        requireNonNull(minimum, "minimum");
        requireNonNull(page, "page");
        filters = Map.copyOf(filters);
        organizations = Set.copyOf(organizations);
    }

    /** Of everything. */
    public LogQuery(String text, TimeRange range, Map<LogField, String> filters, LogSeverity minimum, Page page) {
        this(text, range, filters, minimum, Set.of(), page);
    }

    /**
     * The same, of the apps of some organizations only; of everything where there are
     * none.
     */
    public LogQuery of(Set<String> organizations) {
        return new LogQuery(this.text, this.range, this.filters, this.minimum, organizations, this.page);
    }

    /**
     * Which part of the result.
     *
     * @param size 1..10000
     * @param newestFirst the direction
     * @param after the cursor of the last hit of the page before, as it was given
     */
    public record Page(int size, boolean newestFirst, @Nullable String after) {

        public Page {
            if (size < 1 || size > 10_000) {
                throw new IllegalArgumentException("size: " + size + " (expected: 1..10000)");
            }
        }

        /** The first page of the newest events. */
        public static Page newest(int size) {
            return new Page(size, true, null);
        }

    }

}
