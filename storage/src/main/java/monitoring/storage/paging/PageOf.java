package monitoring.storage.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a long list.
 *
 * @param items in order; copied
 * @param counted how many there are on all pages
 * @param previous the place before which the page before it ends, null if it is the first
 * @param next the place after which the next page begins, null if it is the last
 * @param <T> kind of item
 */
public record PageOf<T>(List<T> items, Total counted, @Nullable Cursor previous, @Nullable Cursor next) {

    public PageOf {
        items = List.copyOf(items);
    }

    /** All there are. */
    public PageOf(List<T> items, long total) {
        this(items, Total.of(total), null, null);
    }

    /** How many there are on all pages; at least, if they were not counted to the end. */
    public long total() {
        return this.counted.count();
    }

    /** The same page with other items in its items' places. */
    public <R> PageOf<R> with(List<R> others) {
        return new PageOf<>(others, this.counted, this.previous, this.next);
    }

}
