package monitoring.storage.paging;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param items in order; copied
 * @param total how many there are on all pages
 * @param <T> kind of item
 */
public record PageOf<T>(List<T> items, long total) {

    public PageOf {
        items = List.copyOf(items);
    }

}
