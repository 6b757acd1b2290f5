package monitoring.batch.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TimeRange;

/**
 * VMs that no director knows but that report: all of them where there is no BOSH, this
 * host of a demo. One that falls silent stays known for a day, so that it can be missed.
 */
public final class SelfReported implements InventorySource {

    /** Stands for the director of VMs that have none. */
    static final String NO_DIRECTOR = "";

    private static final Duration KNOWN_FOR = Duration.ofDays(1);

    private final MetricStore metrics;

    private final InventoryStore inventory;

    private final Clock clock;

    public SelfReported(MetricStore metrics, InventoryStore inventory, Clock clock) {
        this.metrics = metrics;
        this.inventory = inventory;
        this.clock = clock;
    }

    @Override
    public void refresh() {
        Instant now = this.clock.instant();
        Set<String> told = new HashSet<>();
        for (VirtualMachine machine : this.inventory.virtualMachines()) {
            if (!machine.director().equals(NO_DIRECTOR)) {
                told.add(machine.id());
                // a VM that was made anew reports under its old GUID for a while
                told.add(machine.ip());
            }
        }
        Set<String> cells = new HashSet<>(this.inventory.appInstances().stream().map(AppInstance::cellIp).toList());
        List<VirtualMachine> reported = new ArrayList<>();
        for (TargetUsage.LastSeen seen : this.metrics.lastSeen(Origin.VM, TimeRange.before(now, KNOWN_FOR))) {
            MetricTarget target = seen.target();
            // the addresses of VMs are unique: the first that reports one has it
            if (!target.id().isBlank() && !told.contains(target.id()) && told.add(target.ip())) {
                reported.add(machine(target, cells.contains(target.ip()), seen.lastSample()));
            }
        }
        this.inventory.replaceVirtualMachines(NO_DIRECTOR, reported, now);
    }

    private static VirtualMachine machine(MetricTarget target, boolean cell, Instant lastSample) {
        String index = target.tag(Tags.INDEX);
        return new VirtualMachine(target.id(), NO_DIRECTOR, target.tag(Tags.DEPLOYMENT), target.tag(Tags.ORIGIN),
                index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : 0, "", target.ip(), cell, VmState.RUNNING,
                lastSample);
    }

    @Override
    public String toString() {
        return "VMs that report by themselves";
    }

}
