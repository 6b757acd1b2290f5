package monitoring.batch.evaluate;

import java.util.List;
import java.util.Set;

import monitoring.storage.alarm.AlarmTarget;

/**
 * Who of an origin reports, who is silent, and where nobody can be seen.
 *
 * @param fresh ids of those who report
 * @param silent those who were expected and do not
 * @param blind names of the areas in which nothing can be seen; {@link #EVERYWHERE} for
 * all of them
 */
record Coverage(Set<String> fresh, List<Expected> silent, Set<String> blind) {

    /** Stands for all areas. */
    static final String EVERYWHERE = "*";

    /**
     * Who is to report.
     *
     * @param target itself
     * @param area zone or cell in which it is
     * @param confirmed what somebody who is not the target says is wrong with it, empty
     * if nobody does
     */
    record Expected(AlarmTarget target, String area, String confirmed) {
    }

    /** Whether what is missing in an area says nothing about its targets. */
    boolean isBlind(String area) {
        return this.blind.contains(EVERYWHERE) || this.blind.contains(area);
    }

}
