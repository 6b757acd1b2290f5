package monitoring.batch.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import monitoring.batch.evaluate.Coverage.Expected;
import monitoring.storage.alarm.AlarmTarget;

/**
 * Sorts who is expected by who was heard. Of those who report it keeps no more than their
 * ids, as they are nearly all.
 */
final class RollCall {

    private final Set<String> fresh = new HashSet<>();

    /**
     * Those who report, but have been due since: when others fall silent, they are next.
     */
    private final Set<String> late = new HashSet<>();

    private final Set<String> before = new HashSet<>();

    private final List<Expected> silent = new ArrayList<>();

    private final Map<String, Area> areas = new HashMap<>();

    /** Takes in somebody who reports. */
    void heard(String id, boolean late) {
        this.fresh.add(id);
        if (late) {
            this.late.add(id);
        }
    }

    /** Takes in somebody who reported once, but does not any more. */
    void heardBefore(String id) {
        this.before.add(id);
    }

    boolean isKnown(String id) {
        return this.fresh.contains(id) || this.before.contains(id);
    }

    /**
     * Calls somebody who is to report.
     * @param id of the target
     * @param area zone or cell in which it is
     * @param confirmed what somebody who is not the target says is wrong with it, empty
     * if nobody does
     * @param target asked for where it is silent
     */
    void expect(String id, String area, String confirmed, Supplier<AlarmTarget> target) {
        Area around = this.areas.computeIfAbsent(area, (name) -> new Area());
        around.expected++;
        if (this.fresh.contains(id)) {
            around.late += this.late.contains(id) ? 1 : 0;
            return;
        }
        around.silent++;
        around.unexplained += confirmed.isEmpty() ? 1 : 0;
        this.silent.add(new Expected(target.get(), area, confirmed));
    }

    /**
     * What that says of all.
     * @param blindShare share of an area that must be missing for it not to be seen
     */
    Coverage coverage(double blindShare) {
        Set<String> blind = new HashSet<>();
        int unexplained = this.areas.values().stream().mapToInt((area) -> area.unexplained).sum();
        if (this.late.containsAll(this.fresh) && unexplained * 2 > this.silent.size()) {
            blind.add(Coverage.EVERYWHERE);
        }
        else {
            this.areas.forEach((name, area) -> {
                if (area.isBlind(blindShare)) {
                    blind.add(name);
                }
            });
        }
        return new Coverage(this.fresh, List.copyOf(this.silent), Set.copyOf(blind));
    }

    /** How many of those in a zone or cell are what. */
    private static final class Area {

        private int expected;

        private int silent;

        private int late;

        private int unexplained;

        /** Whether what is missing here says nothing about its targets. */
        boolean isBlind(double share) {
            return this.expected >= 2 && this.silent > 0 && this.silent + this.late >= share * this.expected
                    && this.unexplained * 2 > this.silent;
        }

    }

}
