package monitoring.batch.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;

import org.jspecify.annotations.Nullable;

/** The inventory at one moment, with the ways to find a target in it. */
final class Foundation {

    private final Map<String, VirtualMachine> machines = new HashMap<>();

    private final Map<String, VirtualMachine> machinesByIp = new HashMap<>();

    private final Map<String, App> apps = new HashMap<>();

    private final List<AppInstance> instances;

    private final Set<String> instanceIds = new HashSet<>();

    private final Map<String, String> owners = new HashMap<>();

    private final boolean current;

    private Foundation(List<AppInstance> instances, boolean current) {
        this.instances = instances;
        this.current = current;
        instances.forEach((instance) -> this.instanceIds.add(instance.id()));
    }

    static Foundation of(InventoryStore inventory, Instant now, Duration maxAge) {
        List<VirtualMachine> all = inventory.virtualMachines();
        boolean current = all.stream().anyMatch((vm) -> vm.seenAt().plus(maxAge).isAfter(now));
        Foundation foundation = new Foundation(inventory.appInstances(), current);
        foundation.add(all, inventory.apps());
        return foundation;
    }

    /** Only what names the targets of values; whom to miss it does not know. */
    static Foundation ofNames(InventoryStore inventory) {
        Foundation foundation = new Foundation(List.of(), false);
        foundation.add(inventory.virtualMachines(), inventory.apps());
        return foundation;
    }

    private void add(List<VirtualMachine> all, List<App> named) {
        for (VirtualMachine vm : all) {
            this.machines.put(vm.id(), vm);
            if (!vm.ip().isEmpty()) {
                this.machinesByIp.put(vm.ip(), vm);
            }
        }
        for (App app : named) {
            this.apps.put(app.guid(), app);
            if (!app.organization().isEmpty()) {
                this.owners.put(app.guid(), app.organization() + " / " + app.space());
            }
        }
    }

    /** Whether a director told of its VMs lately, so that its word counts. */
    boolean isCurrent() {
        return this.current;
    }

    /** Whether the director says of a VM which of its processes fail. */
    boolean isJudgedByDirector(AlarmTarget target) {
        return this.current && target.origin() == Origin.VM && this.machines.containsKey(target.id());
    }

    Iterable<VirtualMachine> machines() {
        return this.machines.values();
    }

    List<AppInstance> instances() {
        return this.instances;
    }

    @Nullable VirtualMachine machine(String id) {
        VirtualMachine vm = this.machines.get(id);
        return (vm != null) ? vm : this.machinesByIp.get(id);
    }

    @Nullable VirtualMachine machineAt(String ip) {
        return this.machinesByIp.get(ip);
    }

    /** What a policy's scope is compared with. */
    String scope(Origin origin, MetricTarget target) {
        return switch (origin) {
            case BOSH, VM -> target.tag(Tags.DEPLOYMENT);
            case CONTAINER -> owner(target.tag(Tags.APPLICATION_ID));
            case APP -> target.tag(Tags.APPLICATION_ID);
        };
    }

    /**
     * The identity that alarms use: the director's GUID also where an old agent sends its
     * address only.
     */
    String id(Origin origin, MetricTarget measured) {
        VirtualMachine vm = (origin == Origin.VM) ? machine(measured.id()) : null;
        return (vm != null) ? vm.id() : measured.id();
    }

    boolean hasMachines() {
        return !this.machines.isEmpty();
    }

    /** Whether the inventory knows the target of an alarm, or knows too little to say. */
    boolean mayHave(AlarmTarget target) {
        return switch (target.origin()) {
            case BOSH -> true;
            case VM -> !this.current || machine(target.id()) != null;
            case CONTAINER, APP -> this.instanceIds.isEmpty() || this.instanceIds.contains(target.id());
        };
    }

    /** The target as alarms name it. */
    AlarmTarget target(Origin origin, MetricTarget measured) {
        if (origin == Origin.BOSH || origin == Origin.VM) {
            VirtualMachine vm = machine(measured.id());
            if (vm != null && origin == Origin.VM) {
                return target(vm);
            }
            return new AlarmTarget(origin, measured.id(), measured.name(), measured.ip(), measured.tag(Tags.DEPLOYMENT),
                    "", "");
        }
        String app = measured.tag(Tags.APPLICATION_ID);
        return new AlarmTarget(origin, measured.id(), measured.name(), measured.ip(), owner(app), zoneAt(measured.ip()),
                app);
    }

    AlarmTarget target(VirtualMachine vm) {
        return new AlarmTarget(Origin.VM, vm.id(), vm.name(), vm.ip(), vm.deployment(), vm.zone(), "");
    }

    AlarmTarget target(AppInstance instance) {
        App app = this.apps.get(instance.appGuid());
        String name = ((app != null) ? app.name() : instance.appGuid()) + "[" + instance.index() + "]";
        return new AlarmTarget(Origin.CONTAINER, instance.id(), name, instance.cellIp(), owner(instance.appGuid()),
                zoneAt(instance.cellIp()), instance.appGuid());
    }

    /** The zone of the VM with an address, empty where none is known. */
    String zoneAt(String ip) {
        VirtualMachine vm = this.machinesByIp.get(ip);
        return (vm != null) ? vm.zone() : "";
    }

    private String owner(String appGuid) {
        return this.owners.getOrDefault(appGuid, "");
    }

}
