package monitoring.dashboard.inventory;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.web.Derived;
import monitoring.storage.inventory.VirtualMachine;

import org.springframework.stereotype.Component;

/** Lists of all VMs, each picked out and sorted once for all who look at it. */
@Component
class VmLists {

    /** A list of 10,000 VMs takes 40 KB. */
    private static final int MOST = 30;

    private final Derived<VmQuery, List<Vm>> lists = new Derived<>(MOST);

    private final Derived<String, Choice> choices = new Derived<>(1);

    /** Those that are asked for, in order. */
    List<Vm> of(VmQuery query, Foundation foundation, Usages.Usage usage) {
        return this.lists.of(query, () -> List.copyOf(query.of(foundation.vms(), usage)), foundation, usage);
    }

    /** What there is to choose from. */
    Choice choice(Foundation foundation) {
        return this.choices.of("",
                () -> new Choice(Foundation.counts(foundation.vms(), Vm::state),
                        names(foundation, VirtualMachine::zone), names(foundation, VirtualMachine::deployment)),
                foundation);
    }

    private static List<String> names(Foundation foundation, Function<VirtualMachine, String> name) {
        return foundation.vms()
            .stream()
            .map((vm) -> name.apply(vm.machine()))
            .filter((one) -> !one.isEmpty())
            .distinct()
            .sorted()
            .toList();
    }

    /**
     * What there is to choose from.
     *
     * @param counts how many VMs are in each state
     * @param zones names of all
     * @param deployments names of all
     */
    record Choice(Map<TargetState, Integer> counts, List<String> zones, List<String> deployments) {
    }

}
