package monitoring.dashboard.web;

import java.util.List;

/**
 * Has answers that many pages share, and that the first page after a start is not to wait
 * for.
 */
public interface Standing {

    /** Those answers; what others are made of comes first. */
    List<Memo<?>> standing();

}
