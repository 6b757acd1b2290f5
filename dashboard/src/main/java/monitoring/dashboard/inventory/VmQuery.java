package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.web.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs a list shows, and in which order.
 *
 * @param state only in this state, null for any
 * @param zone only of this zone, empty for any
 * @param deployment only of this deployment, empty for any
 * @param q part of the name, address or id
 * @param sort by what: state, name, deployment, zone, address, cpu, memory, disk, seen,
 * with a minus for the other way round
 * @param view {@code tree} to see them deployment by deployment, else a list
 */
record VmQuery(@Nullable TargetState state, @Nullable String zone, @Nullable String deployment, @Nullable String q,
        @Nullable String sort, @Nullable String view) {

    private static final Map<String, Boolean> COLUMNS = Map.of("state", true, "name", false, "deployment", false,
            "zone", false, "address", false, "cpu", true, "memory", true, "disk", true, "seen", true);

    /** Unique, so that no page repeats or leaves out a VM. */
    private static final Comparator<Vm> BY_PATH = Comparator.comparing((Vm vm) -> vm.machine().deployment())
        .thenComparing((vm) -> vm.machine().job())
        .thenComparing((vm) -> vm.machine().index())
        .thenComparing((vm) -> vm.machine().id());

    VmQuery {
        zone = (zone == null) ? "" : zone;
        deployment = (deployment == null) ? "" : deployment;
        q = (q == null) ? "" : q.strip();
        sort = (sort == null) ? "" : sort;
        view = (view == null) ? "" : view;
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

    /** By which column the list is sorted. */
    Sorting sorting() {
        return Sorting.of(this.sort, COLUMNS, "state");
    }

    /** Deployment by deployment, and within it job by job. */
    public boolean isTree() {
        return "tree".equals(this.view);
    }

    private Comparator<Vm> order(Usages.Usage usage) {
        if (isTree()) {
            return BY_PATH;
        }
        Sorting sorting = sorting();
        Comparator<Vm> first = switch (sorting.column()) {
            case "name" -> sorting.<Vm, String>by((vm) -> vm.machine().job())
                .thenComparing(sorting.<Vm, Integer>by((vm) -> vm.machine().index()));
            case "deployment" -> sorting.<Vm, String>by((vm) -> vm.machine().deployment());
            case "zone" -> sorting.<Vm, String>by((vm) -> vm.machine().zone());
            case "address" -> sorting.<Vm, String>by((vm) -> Addresses.sortable(vm.machine().ip()));
            case "cpu" -> sorting.<Vm, Double>by((vm) -> usage.cpu(vm.machine().id()));
            case "memory" -> sorting.<Vm, Double>by((vm) -> usage.memory(vm.machine().id()));
            case "disk" -> sorting.<Vm, Double>by((vm) -> usage.disk(vm.machine().id()));
            case "seen" -> sorting.<Vm, Instant>by(Vm::lastSeen);
            default -> sorting.<Vm, TargetState>by(Vm::state);
        };
        return first.thenComparing(BY_PATH);
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value;
    }

}
