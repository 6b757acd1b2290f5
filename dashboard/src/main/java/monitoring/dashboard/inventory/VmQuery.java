package monitoring.dashboard.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation.Vm;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs a list shows, and in which order.
 *
 * @param state only in this state, null for any
 * @param zone only of this zone, empty for any
 * @param deployment only of this deployment, empty for any
 * @param q part of the name, address or id
 * @param sort by what: state, name, zone, cpu, memory, disk
 */
record VmQuery(@Nullable TargetState state, @Nullable String zone, @Nullable String deployment, @Nullable String q,
        @Nullable String sort) {

    VmQuery {
        zone = (zone == null) ? "" : zone;
        deployment = (deployment == null) ? "" : deployment;
        q = (q == null) ? "" : q.strip();
        sort = (sort == null || sort.isBlank()) ? "state" : sort;
    }

    List<Vm> of(List<Vm> all, Usages.Usage usage) {
        return all.stream().filter(this::fits).sorted(order(usage)).toList();
    }

    private boolean fits(Vm vm) {
        String needle = text(this.q).toLowerCase(Locale.ROOT);
        return (this.state == null || vm.state() == this.state)
                && (text(this.zone).isEmpty() || vm.machine().zone().equals(this.zone))
                && (text(this.deployment).isEmpty() || vm.machine().deployment().equals(this.deployment))
                && (needle.isEmpty() || vm.machine().name().toLowerCase(Locale.ROOT).contains(needle)
                        || vm.machine().ip().contains(needle) || vm.machine().id().contains(needle));
    }

    private Comparator<Vm> order(Usages.Usage usage) {
        Comparator<Vm> byName = Comparator.comparing((Vm vm) -> vm.machine().deployment())
            .thenComparing((vm) -> vm.machine().job())
            .thenComparing((vm) -> vm.machine().index());
        return switch (text(this.sort)) {
            case "name" -> byName;
            case "zone" -> Comparator.comparing((Vm vm) -> vm.machine().zone()).thenComparing(byName);
            case "cpu" -> highest(usage::cpu).thenComparing(byName);
            case "memory" -> highest(usage::memory).thenComparing(byName);
            case "disk" -> highest(usage::disk).thenComparing(byName);
            default -> Comparator.comparing(Vm::state, Comparator.reverseOrder()).thenComparing(byName);
        };
    }

    private static Comparator<Vm> highest(Function<String, @Nullable Double> value) {
        return Comparator.comparing((Vm vm) -> value.apply(vm.machine().id()),
                Comparator.nullsLast(Comparator.reverseOrder()));
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value;
    }

}
