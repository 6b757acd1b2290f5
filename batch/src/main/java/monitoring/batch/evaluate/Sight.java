package monitoring.batch.evaluate;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TargetUsage.LastSeen;

/**
 * Who is to be heard in one cycle, and who is. Somebody who was never heard is not
 * missed, unless the director or the cloud controller says that something is wrong with
 * it.
 */
final class Sight {

    private final Foundation foundation;

    private final OpenAlarms open;

    private final Instant now;

    private final EvaluateProperties properties;

    private final Map<Origin, Coverage> coverage = new HashMap<>();

    Sight(Foundation foundation, OpenAlarms open, Instant now, EvaluateProperties properties) {
        this.foundation = foundation;
        this.open = open;
        this.now = now;
        this.properties = properties;
    }

    Coverage of(Origin origin) {
        Coverage found = this.coverage.get((origin == Origin.APP) ? Origin.CONTAINER : origin);
        return (found != null) ? found : new Coverage(Set.of(), List.of(), Set.of());
    }

    /** Takes in who was heard; VMs before containers. */
    void look(Origin origin, List<LastSeen> heard) {
        RollCall call = new RollCall();
        Instant oldest = this.now.minus(this.properties.deadAfter());
        Instant due = this.now.minus(this.properties.deadAfter().multipliedBy(2).dividedBy(3));
        for (LastSeen one : heard) {
            String id = this.foundation.id(origin, one.target());
            if (one.lastSample().isBefore(oldest)) {
                call.heardBefore(id);
            }
            else {
                call.heard(id, one.lastSample().isBefore(due));
            }
        }
        switch (origin) {
            case BOSH -> directors(call, heard);
            case VM -> machines(call, heard);
            case CONTAINER, APP -> containers(call);
        }
        this.coverage.put(origin, call.coverage(this.properties.blindShare()));
    }

    /** What the director says is wrong with a VM while its word counts. */
    String complaint(VirtualMachine vm) {
        return (this.foundation.isCurrent() && vm.state() == VmState.UNRESPONSIVE) ? "director: unresponsive agent"
                : "";
    }

    static String blindId(Origin origin, String area) {
        return "blind:" + origin.code() + ":" + area;
    }

    /**
     * Whether somebody silent may still be on the way: where nobody could be seen a
     * moment ago, everybody gets the time to report.
     */
    boolean isJustBack(Origin origin, String area) {
        Instant since = this.now.minus(this.properties.deadAfter());
        return this.open.wasBlind(Origin.BOSH, Cycle.STORE, since)
                || this.open.wasBlind(origin, blindId(origin, area), since)
                || this.open.wasBlind(origin, blindId(origin, Coverage.EVERYWHERE), since);
    }

    private void directors(RollCall call, List<LastSeen> heard) {
        String reported = of(Origin.VM).fresh().isEmpty() ? "" : "VMs report";
        heard.forEach((seen) -> call.expect(seen.target().id(), "", reported,
                () -> this.foundation.target(Origin.BOSH, seen.target())));
    }

    private void machines(RollCall call, List<LastSeen> heard) {
        if (!this.foundation.hasMachines()) {
            heard.forEach((seen) -> call.expect(seen.target().id(), "", "",
                    () -> this.foundation.target(Origin.VM, seen.target())));
            return;
        }
        for (VirtualMachine vm : this.foundation.machines()) {
            boolean missed = call.isKnown(vm.id()) || isMissed(Origin.VM, vm.id(), vm.zone());
            String complaint = complaint(vm);
            if (vm.state() != VmState.STOPPED && (missed || !complaint.isEmpty())) {
                call.expect(vm.id(), vm.zone(), complaint, () -> this.foundation.target(vm));
            }
        }
    }

    private void containers(RollCall call) {
        Coverage machines = of(Origin.VM);
        Set<String> silentCells = new HashSet<>();
        machines.silent().forEach((one) -> silentCells.add(one.target().ip()));
        Map<String, Boolean> zones = new HashMap<>();
        for (AppInstance instance : this.foundation.instances()) {
            boolean seen = zones.computeIfAbsent(this.foundation.zoneAt(instance.cellIp()),
                    (zone) -> !machines.isBlind(zone) && !isJustBack(Origin.VM, zone));
            if (!seen || !isWanted(instance) || isYoung(instance)) {
                continue;
            }
            String id = instance.id();
            String complaint = complaint(instance, silentCells);
            if (!complaint.isEmpty() || call.isKnown(id) || isMissed(Origin.CONTAINER, id, instance.cellIp())) {
                call.expect(id, instance.cellIp(), complaint, () -> this.foundation.target(instance));
            }
        }
    }

    private static String complaint(AppInstance instance, Set<String> silentCells) {
        if ("CRASHED".equals(instance.state()) || "DOWN".equals(instance.state())) {
            return "cloud controller: " + instance.state();
        }
        return silentCells.contains(instance.cellIp()) ? "its cell is silent" : "";
    }

    private static boolean isWanted(AppInstance instance) {
        return switch (instance.state()) {
            case "RUNNING", "CRASHED", "DOWN" -> true;
            default -> false;
        };
    }

    private boolean isYoung(AppInstance instance) {
        return instance.since().plus(this.properties.deadAfter()).isAfter(this.now);
    }

    private boolean isMissed(Origin origin, String id, String area) {
        return this.open.has(origin, id, Resource.HEARTBEAT)
                || this.open.has(origin, blindId(origin, area), Resource.BLIND)
                || this.open.has(origin, blindId(origin, Coverage.EVERYWHERE), Resource.BLIND);
    }

}
