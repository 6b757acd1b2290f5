package monitoring.dashboard.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.TargetState;

/**
 * How many things of a kind are in which state.
 *
 * @param kind key of its name
 * @param link where they are listed
 * @param total how many there are
 * @param counts by state, the worst last
 */
public record Tally(String kind, String link, int total, Map<TargetState, Integer> counts) {

    static List<Tally> of(Foundation foundation) {
        return List.of(of("bosh", "/inventory/bosh", foundation.directors(), Foundation.Director::state),
                of("vms", "/inventory", foundation.vms(), Foundation.Vm::state),
                of("cells", "/placement", foundation.cells(), Foundation.Vm::state),
                of("apps", "/inventory/apps", foundation.apps(), Foundation.AppState::state),
                of("containers", "/placement", foundation.containers(), Foundation.Container::state));
    }

    private static <T> Tally of(String kind, String link, Collection<T> all, Function<T, TargetState> state) {
        return new Tally(kind, link, all.size(), Foundation.counts(all, state));
    }

    int count(TargetState state) {
        return this.counts.getOrDefault(state, 0);
    }

    /** The worst state that is there. */
    public TargetState worst() {
        TargetState worst = TargetState.RUNNING;
        for (Map.Entry<TargetState, Integer> entry : this.counts.entrySet()) {
            if (entry.getValue() > 0 && entry.getKey().compareTo(worst) > 0) {
                worst = entry.getKey();
            }
        }
        return worst;
    }

    /** The parts of a bar of 100, in order of state; those of nothing left out. */
    public List<Part> bar() {
        double[] at = { 0 };
        return this.counts.entrySet().stream().filter((entry) -> entry.getValue() > 0).map((entry) -> {
            double width = 100.0 * entry.getValue() / this.total;
            Part part = new Part(entry.getKey(), entry.getValue(), at[0], width);
            at[0] += width;
            return part;
        }).toList();
    }

    /**
     * A part of a bar.
     *
     * @param state of which state
     * @param count how many
     * @param from where it begins, percent
     * @param width how wide it is, percent
     */
    public record Part(TargetState state, int count, double from, double width) {
    }

}
