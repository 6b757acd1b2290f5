package monitoring.dashboard.overview;

import java.util.Comparator;
import java.util.List;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Usages.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A VM that has little left of CPU, memory or disk.
 *
 * @param vm which one
 * @param cpu percent, null if not known
 * @param memory percent, null if not known
 * @param disk percent, null if not known
 */
public record Busiest(Foundation.Vm vm, @Nullable Double cpu, @Nullable Double memory, @Nullable Double disk) {

    private static final int SHOWN = 6;

    /** Those with the least left, the worst first. */
    static List<Busiest> of(Foundation foundation, Usage usage) {
        return foundation.vms()
            .stream()
            .map((vm) -> new Busiest(vm, usage.cpu(vm.machine().id()), usage.memory(vm.machine().id()),
                    usage.disk(vm.machine().id())))
            .filter((one) -> one.highest() > 0)
            .sorted(Comparator.comparing(Busiest::highest).reversed())
            .limit(SHOWN)
            .toList();
    }

    private double highest() {
        return Math.max(orZero(this.cpu), Math.max(orZero(this.memory), orZero(this.disk)));
    }

    private static double orZero(@Nullable Double value) {
        return (value == null) ? 0 : value;
    }

}
