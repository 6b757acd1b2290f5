package monitoring.dashboard.web;

import java.util.List;

/**
 * Has answers that many pages share, and that the first page after a start is not to wait
 * for.
 */
public interface Standing {

    /** Those answers; what others are made of comes first. */
    List<Memo<?>> standing();

    /**
     * Asks for a piece of what nobody waits for, if some is missing.
     * @return whether more is missing
     */
    default boolean catchUp() {
        return false;
    }

}
