package monitoring.dashboard.web;

import java.util.List;
import java.util.function.Function;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.InvalidCursorException;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;
import org.jspecify.annotations.Nullable;

/**
 * A page of a long list, as programs get it. Who asks for one page after the other by
 * {@code next} meets each item once, whatever is added meanwhile.
 *
 * @param items in order
 * @param page which page, 0 for the first; null where it was asked for by a place
 * @param size the most items of a page
 * @param total how many there are on all pages, counted up to 10000
 * @param exact whether these are all; there are more than total otherwise
 * @param next what to ask for the next page with, as after; null on the last
 * @param <T> kind of item
 */
public record ApiPage<T>(List<T> items, @Nullable Integer page, int size, long total, boolean exact,
        @Nullable String next) {

    /** A page that a store gave. */
    public static <T> ApiPage<T> of(PageOf<T> found, PageRequest request) {
        return of(found, found.counted(), request);
    }

    /** A page that a store gave, of a list that was counted apart from it. */
    public static <T> ApiPage<T> of(PageOf<T> found, Total total, PageRequest request) {
        return new ApiPage<>(found.items(), (request.after() == null) ? request.number() : null, request.size(),
                total.count(), total.exact(), text(found.next()));
    }

    /**
     * A page of a list that is here as a whole.
     * @param key what tells an item from all others
     */
    public static <T> ApiPage<T> part(List<T> all, Part part, Function<T, String> key) {
        PageRequest request = part.request();
        Cursor place = request.after();
        int from = (place == null) ? (int) Math.min(request.offset(), all.size()) : indexAfter(all, place, key);
        int to = Math.min(from + request.size(), all.size());
        Cursor next = (from < to && to < all.size())
                ? new Cursor(List.of(key.apply(all.get(to - 1)), String.valueOf(to - 1))) : null;
        return new ApiPage<>(all.subList(from, to), (place == null) ? request.number() : null, request.size(),
                all.size(), true, text(next));
    }

    /** After the item if it is still there, else where it stood. */
    private static <T> int indexAfter(List<T> all, Cursor place, Function<T, String> key) {
        if (place.keys().size() != 2 || !place.keys().get(1).matches("\\d{1,9}")) {
            throw new InvalidCursorException(place.text(), "an item and its number");
        }
        String item = place.keys().get(0);
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(item)) {
                return i + 1;
            }
        }
        return Math.min(Integer.parseInt(place.keys().get(1)), all.size());
    }

    private static @Nullable String text(@Nullable Cursor cursor) {
        return (cursor == null) ? null : cursor.text();
    }

    /** The same page with other items in its items' places. */
    public <R> ApiPage<R> map(Function<T, R> other) {
        return new ApiPage<>(this.items.stream().map(other).toList(), this.page, this.size, this.total, this.exact,
                this.next);
    }

    /**
     * Which page a program asks for.
     *
     * @param page 0 for the first, within the first 10000 items; what comes later is
     * asked for with after
     * @param size 1..1000, 100 where nothing is said
     * @param after the next of the page before, with everything else as it was
     */
    public record Part(@Nullable Integer page, @Nullable Integer size, @Nullable String after) {

        /**
         * It, as a store understands it.
         * @throws InvalidInputException if there can be no such page
         */
        public PageRequest request() {
            int most = (this.size == null) ? 100 : this.size;
            if (most < 1 || most > 1000) {
                throw new InvalidInputException("size", most, "1..1000");
            }
            return Turn.request(this.page, this.after, null, most);
        }

    }

}
