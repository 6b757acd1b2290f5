package monitoring.storage.paging;

/**
 * Which part of a long list.
 *
 * @param number 0 for the first
 * @param size 1..1000
 */
public record PageRequest(int number, int size) {

    public PageRequest {
        if (number < 0 || size < 1 || size > 1000) {
            throw new IllegalArgumentException(
                    "page: number " + number + ", size " + size + " (expected: >= 0, 1..1000)");
        }
    }

    /** How many items come before it. */
    public long offset() {
        return (long) this.number * this.size;
    }

}
