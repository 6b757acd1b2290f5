package monitoring.dashboard.web;

import java.util.List;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of a long list, as programs get it.
 *
 * @param items in order
 * @param page which page, 0 for the first
 * @param size the most items of a page
 * @param total how many there are on all pages
 * @param <T> kind of item
 */
public record ApiPage<T>(List<T> items, int page, int size, long total) {

    /** A page that a store gave. */
    public static <T> ApiPage<T> of(PageOf<T> found, PageRequest request) {
        return new ApiPage<>(found.items(), request.number(), request.size(), found.total());
    }

    /** A page of a list that is here as a whole. */
    public static <T> ApiPage<T> part(List<T> all, PageRequest request) {
        return new ApiPage<>(Pager.part(all, request), request.number(), request.size(), all.size());
    }

    /**
     * Which page a program asks for.
     *
     * @param page 0 for the first
     * @param size 1..1000, 100 where nothing is said
     */
    public record Part(@Nullable Integer page, @Nullable Integer size) {

        /**
         * It, as a store understands it.
         * @throws InvalidInputException if there can be no such page
         */
        public PageRequest request() {
            int number = (this.page == null) ? 0 : this.page;
            int most = (this.size == null) ? 100 : this.size;
            if (number < 0 || number > 1_000_000) {
                throw new InvalidInputException("page", number, "0..1000000");
            }
            if (most < 1 || most > 1000) {
                throw new InvalidInputException("size", most, "1..1000");
            }
            return new PageRequest(number, most);
        }

    }

}
