package monitoring.storage.paging;

/**
 * How many items a long list has. Counting all of a million takes longer than anybody
 * wants to know, so counting ends somewhere.
 *
 * @param count how many were counted
 * @param exact whether these are all; there are more otherwise
 */
public record Total(long count, boolean exact) {

    /** How far lists are counted. */
    public static final int MOST = 10_000;

    /** All there are. */
    public static Total of(long count) {
        return new Total(count, true);
    }

    /** What counting up to one more than {@link #MOST} gave. */
    public static Total counted(long upTo) {
        return new Total(Math.min(upTo, MOST), upTo <= MOST);
    }

}
