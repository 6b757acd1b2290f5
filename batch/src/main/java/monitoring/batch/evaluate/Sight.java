package monitoring.batch.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.batch.evaluate.Coverage.Expected;
import monitoring.storage.alarm.AlarmTarget;
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
        Set<String> fresh = new HashSet<>(heard.size() * 2);
        Map<String, LastSeen> known = new HashMap<>(heard.size() * 2);
        Set<String> late = new HashSet<>();
        Instant oldest = this.now.minus(this.properties.deadAfter());
        Instant due = this.now.minus(this.properties.deadAfter().multipliedBy(2).dividedBy(3));
        for (LastSeen one : heard) {
            String id = this.foundation.id(origin, one.target());
            known.put(id, one);
            if (!one.lastSample().isBefore(oldest)) {
                fresh.add(id);
                if (one.lastSample().isBefore(due)) {
                    late.add(id);
                }
            }
        }
        List<Expected> expected = switch (origin) {
            case BOSH -> directors(known);
            case VM -> machines(known);
            case CONTAINER, APP -> containers(known);
        };
        this.coverage.put(origin, Coverage.of(expected, fresh, late, this.properties.blindShare()));
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

    private List<Expected> directors(Map<String, LastSeen> known) {
        List<Expected> expected = new ArrayList<>();
        String reported = of(Origin.VM).fresh().isEmpty() ? "" : "VMs report";
        known.values()
            .forEach((seen) -> expected
                .add(new Expected(this.foundation.target(Origin.BOSH, seen.target()), "", reported)));
        return expected;
    }

    private List<Expected> machines(Map<String, LastSeen> known) {
        List<Expected> expected = new ArrayList<>();
        if (!this.foundation.hasMachines()) {
            known.values()
                .forEach(
                        (seen) -> expected.add(new Expected(this.foundation.target(Origin.VM, seen.target()), "", "")));
            return expected;
        }
        for (VirtualMachine vm : this.foundation.machines()) {
            boolean missed = known.containsKey(vm.id()) || isMissed(Origin.VM, vm.id(), vm.zone());
            String complaint = complaint(vm);
            if (vm.state() != VmState.STOPPED && (missed || !complaint.isEmpty())) {
                expected.add(new Expected(this.foundation.target(vm), vm.zone(), complaint));
            }
        }
        return expected;
    }

    private List<Expected> containers(Map<String, LastSeen> known) {
        List<Expected> expected = new ArrayList<>();
        Coverage machines = of(Origin.VM);
        Set<String> silentCells = new HashSet<>();
        machines.silent().forEach((one) -> silentCells.add(one.target().ip()));
        for (AppInstance instance : this.foundation.instances()) {
            AlarmTarget target = this.foundation.target(instance);
            boolean seen = !machines.isBlind(target.zone()) && !isJustBack(Origin.VM, target.zone());
            if (!seen || isYoung(instance)) {
                continue;
            }
            boolean missed = known.containsKey(instance.id())
                    || isMissed(Origin.CONTAINER, instance.id(), instance.cellIp());
            String complaint = complaint(instance, silentCells);
            if (isWanted(instance) && (missed || !complaint.isEmpty())) {
                expected.add(new Expected(target, instance.cellIp(), complaint));
            }
        }
        return expected;
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
