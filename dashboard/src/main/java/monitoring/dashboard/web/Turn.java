package monitoring.dashboard.web;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list an address asks for: what comes after a place, or before one,
 * as the list's own links say. An address that somebody kept leads to the same rows,
 * whatever was added since.
 *
 * @param page by number, 0 for the first; only as far as lists are counted
 * @param after a place that a page of the list gave
 * @param before a place that a page of the list gave
 */
public record Turn(@Nullable Integer page, @Nullable String after, @Nullable String before) {

    /**
     * The part, as a store understands it.
     * @throws InvalidInputException if there can be no such part
     */
    public PageRequest request(int size) {
        return request(this.page, this.after, this.before, size);
    }

    static PageRequest request(@Nullable Integer page, @Nullable String after, @Nullable String before, int size) {
        boolean afterwards = after != null && !after.isBlank();
        if (before != null && !before.isBlank()) {
            if (afterwards || page != null) {
                throw new InvalidInputException("before", before, "neither page nor after beside it");
            }
            return PageRequest.first(size).before(Cursor.of(before));
        }
        if (afterwards) {
            if (page != null) {
                throw new InvalidInputException("page", page, "no after beside it");
            }
            return PageRequest.first(size).after(Cursor.of(after));
        }
        int number = (page == null) ? 0 : page;
        if (number < 0 || number > Total.MOST / size) {
            throw new InvalidInputException("page", number, "0.." + Total.MOST / size + "; what comes later, by next");
        }
        return new PageRequest(number, size);
    }

}
