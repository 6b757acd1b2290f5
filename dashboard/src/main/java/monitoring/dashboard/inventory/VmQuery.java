package monitoring.dashboard.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

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
public record VmQuery(@Nullable TargetState state, @Nullable String zone, @Nullable String deployment,
        @Nullable String q, @Nullable String sort, @Nullable String view) {

    private static final Map<String, Boolean> COLUMNS = Map.of("state", true, "name", false, "deployment", false,
            "zone", false, "address", false, "cpu", true, "memory", true, "disk", true, "seen", true);

    /** Unique, so that no page repeats or leaves out a VM. */
    private static final Comparator<Vm> BY_PATH = Comparator.comparing((Vm vm) -> vm.machine().deployment())
        .thenComparing((vm) -> vm.machine().job())
        .thenComparing((vm) -> vm.machine().index())
        .thenComparing((vm) -> vm.machine().id());

    public VmQuery {
        zone = (zone == null) ? "" : zone;
        deployment = (deployment == null) ? "" : deployment;
        q = (q == null) ? "" : q.strip();
        sort = (sort == null) ? "" : sort;
        view = (view == null) ? "" : view;
    }

    List<Vm> of(List<Vm> all, Usages.Usage usage) {
        List<Vm> fitting = new ArrayList<>(fitting(all));
        // both keep the order of equals, and find it mostly done already
        fitting.sort(BY_PATH);
        return isTree() ? fitting : sorted(fitting, usage);
    }

    private List<Vm> fitting(List<Vm> all) {
        String needle = text(this.q).toLowerCase(Locale.ROOT);
        boolean any = this.state == null && text(this.zone).isEmpty() && text(this.deployment).isEmpty()
                && needle.isEmpty();
        return any ? all : all.stream().filter((vm) -> fits(vm, needle)).toList();
    }

    private boolean fits(Vm vm, String needle) {
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

    private List<Vm> sorted(List<Vm> vms, Usages.Usage usage) {
        Sorting sorting = sorting();
        return switch (sorting.column()) {
            case "name" ->
                sorted(sorted(vms, sorting, (vm) -> vm.machine().index()), sorting, (vm) -> vm.machine().job());
            case "deployment" -> sorted(vms, sorting, (vm) -> vm.machine().deployment());
            case "zone" -> sorted(vms, sorting, (vm) -> vm.machine().zone());
            case "address" -> sorted(vms, sorting, (vm) -> Addresses.sortable(vm.machine().ip()));
            case "cpu" -> sorted(vms, sorting, (vm) -> usage.cpu(vm.machine().id()));
            case "memory" -> sorted(vms, sorting, (vm) -> usage.memory(vm.machine().id()));
            case "disk" -> sorted(vms, sorting, (vm) -> usage.disk(vm.machine().id()));
            case "seen" -> sorted(vms, sorting, Vm::lastSeen);
            default -> sorted(vms, sorting, Vm::state);
        };
    }

    /** Asks for the value of each VM once, not in each comparison. */
    private static <V extends Comparable<? super V>> List<Vm> sorted(List<Vm> vms, Sorting sorting,
            Function<Vm, @Nullable V> value) {
        return vms.stream()
            .map((vm) -> new Valued<>(vm, value.apply(vm)))
            .sorted(sorting.<Valued<V>, V>by(Valued::value))
            .map(Valued::vm)
            .toList();
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value;
    }

    /**
     * A VM and what it is sorted by.
     *
     * @param vm which one
     * @param value of it, null where it has none
     * @param <V> kind of value
     */
    private record Valued<V>(Vm vm, @Nullable V value) {
    }

}
