package monitoring.batch.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.alarm.AlarmTarget;

/**
 * Who of an origin reports, who is silent, and where nobody can be seen. A pure function
 * of who was expected and who was heard.
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

    /**
     * Sorts who was expected.
     * @param expected who is to report
     * @param fresh ids of those who do
     * @param late ids of those who do, but have been due since; when the first of an area
     * count as silent, these are about to
     * @param blindShare share of an area that must be missing for it not to be seen
     */
    static Coverage of(List<Expected> expected, Set<String> fresh, Set<String> late, double blindShare) {
        List<Expected> silent = new ArrayList<>();
        Map<String, List<Expected>> byArea = new TreeMap<>();
        for (Expected one : expected) {
            byArea.computeIfAbsent(one.area(), (area) -> new ArrayList<>()).add(one);
            if (!fresh.contains(one.target().id())) {
                silent.add(one);
            }
        }
        Set<String> blind = new HashSet<>();
        if (late.containsAll(fresh) && isUnexplained(silent)) {
            blind.add(EVERYWHERE);
        }
        else {
            byArea.forEach((area, all) -> {
                if (isBlind(all, fresh, late, blindShare)) {
                    blind.add(area);
                }
            });
        }
        return new Coverage(fresh, List.copyOf(silent), Set.copyOf(blind));
    }

    /** Whether what is missing in an area says nothing about its targets. */
    boolean isBlind(String area) {
        return this.blind.contains(EVERYWHERE) || this.blind.contains(area);
    }

    private static boolean isBlind(List<Expected> area, Set<String> fresh, Set<String> late, double share) {
        List<Expected> silent = area.stream().filter((one) -> !fresh.contains(one.target().id())).toList();
        long missing = silent.size() + area.stream().filter((one) -> late.contains(one.target().id())).count();
        return area.size() >= 2 && !silent.isEmpty() && missing >= share * area.size() && isUnexplained(silent);
    }

    private static boolean isUnexplained(List<Expected> silent) {
        return silent.stream().filter((one) -> one.confirmed().isEmpty()).count() * 2 > silent.size();
    }

}
