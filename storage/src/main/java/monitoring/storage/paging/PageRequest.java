package monitoring.storage.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list: the page of a number, or so many items after a place, or so
 * many before one. Pages by number shift when items are added; those by place do not.
 *
 * @param number 0 for the first, or where it is asked for by a place
 * @param size 1..1000
 * @param after the place after which it begins, null for none
 * @param before the place before which it ends, null for none
 * @param counted whether it matters how many items there are in all
 */
public record PageRequest(int number, int size, @Nullable Cursor after, @Nullable Cursor before, boolean counted) {

    public PageRequest {
        if (number < 0 || size < 1 || size > 1000) {
            throw new IllegalArgumentException(
                    "page: number " + number + ", size " + size + " (expected: >= 0, 1..1000)");
        }
        int places = ((number > 0) ? 1 : 0) + ((after != null) ? 1 : 0) + ((before != null) ? 1 : 0);
        if (places > 1) {
            throw new IllegalArgumentException("page: number, after and before together (expected: one of them)");
        }
    }

    public PageRequest(int number, int size) {
        this(number, size, null, null, true);
    }

    /** So many items from the begin of the list. */
    public static PageRequest first(int size) {
        return new PageRequest(0, size);
    }

    /** As many after a place; from the begin if null. */
    public PageRequest after(@Nullable Cursor place) {
        return new PageRequest(0, this.size, place, null, this.counted);
    }

    /** As many before a place, in the list's order. */
    public PageRequest before(Cursor place) {
        return new PageRequest(0, this.size, null, place, this.counted);
    }

    /** The same for somebody who does not ask how many there are in all. */
    public PageRequest uncounted() {
        return new PageRequest(this.number, this.size, this.after, this.before, false);
    }

    /** How many items come before it; 0 where a place says so. */
    public long offset() {
        return (long) this.number * this.size;
    }

}
