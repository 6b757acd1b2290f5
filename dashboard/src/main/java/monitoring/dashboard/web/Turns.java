package monitoring.dashboard.web;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.Total;
import org.jspecify.annotations.Nullable;

/**
 * Where the links below a page of a long list lead.
 *
 * @param shown rows of the page
 * @param total how many there are on all pages
 * @param previous the place before which the page before it ends, null if it is the first
 * @param next the place after which the next page begins, null if it is the last
 */
public record Turns(int shown, Total total, @Nullable Cursor previous, @Nullable Cursor next) {

    public static Turns of(PageOf<?> page) {
        return of(page, page.counted());
    }

    /** Of a page whose list was counted apart from it. */
    public static Turns of(PageOf<?> page, Total total) {
        return new Turns(page.items().size(), total, page.previous(), page.next());
    }

    /** Whether there is anywhere to go. */
    public boolean isMoreThanOne() {
        return this.previous != null || this.next != null;
    }

    /** Whether there is neither a row nor a way back to one. */
    public boolean isEmpty() {
        return this.shown == 0 && this.previous == null;
    }

}
