package monitoring.batch.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.batch.evaluate.Coverage.Expected;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmLife;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Observation;
import monitoring.storage.alarm.Observation.Verdict;
import monitoring.storage.alarm.Rule;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/** Judges all that was seen in one cycle. Keeps no state beyond it, and asks nobody. */
final class Cycle {

    /** The metric store itself, when it does not answer. */
    static final String STORE = "blind:metrics";

    /** Logs: their store does not answer, or none arrive. */
    static final String LOGS = "blind:logs";

    private static final Duration REPEAT = Duration.ofMinutes(10);

    private final Instant now;

    private final OpenAlarms open;

    private final Rules rules;

    private final Foundation foundation;

    private final AlarmLife life;

    private final List<AlarmStep> steps = new ArrayList<>();

    private final Set<String> judged = new HashSet<>();

    Cycle(Instant now, OpenAlarms open, Rules rules, Foundation foundation, AlarmLife life) {
        this.now = now;
        this.open = open;
        this.rules = rules;
        this.foundation = foundation;
        this.life = life;
    }

    /** Judges one window of values. Old values of the silent say nothing. */
    void judge(Rules.Window window, List<TargetUsage> usages, Coverage coverage) {
        for (TargetUsage usage : usages) {
            judge(window.origin(), window, usage, coverage);
            if (window.origin() == Origin.CONTAINER && this.rules.has(Origin.APP, window.resource())) {
                judge(Origin.APP, window, usage, coverage);
            }
        }
    }

    private void judge(Origin origin, Rules.Window window, TargetUsage usage, Coverage coverage) {
        Rule rule = this.rules.of(origin, window.resource(), this.foundation.scope(origin, usage.target()));
        if (rule == null || !rule.window().equals(window.length()) || !Double.isFinite(usage.value())) {
            return;
        }
        String id = this.foundation.id(origin, usage.target());
        if (!coverage.fresh().contains(id)) {
            return;
        }
        Observation seen = Observation.of(rule, usage.value(), this.now);
        if (seen.verdict() == Verdict.BREACH || this.open.has(origin, id, window.resource())) {
            step(rule, this.foundation.target(origin, usage.target()), seen);
        }
    }

    /** Judges which processes are missing, on VMs that report. */
    void processes(Origin origin, Coverage coverage, Map<MetricTarget, String> missing) {
        missing.forEach((measured, words) -> {
            AlarmTarget target = this.foundation.target(origin, measured);
            if (!coverage.fresh().contains(target.id())) {
                return;
            }
            Rule rule = builtIn(origin, Resource.PROCESS);
            if (!words.isEmpty()) {
                step(rule, target, Observation.wrong(Severity.CRITICAL, this.now, words));
            }
            else if (!this.foundation.isJudgedByDirector(target)
                    && this.open.has(origin, target.id(), rule.resource())) {
                step(rule, target, Observation.well(this.now));
            }
        });
    }

    /** Judges whether logs can be seen; null says nothing. */
    void logs(@Nullable Observation seen) {
        if (seen != null && (seen.verdict() == Verdict.BREACH || this.open.has(Origin.BOSH, LOGS, Resource.BLIND))) {
            step(storeRule(), new AlarmTarget(Origin.BOSH, LOGS, "Logs", "", "", "", ""), seen);
        }
    }

    /** Judges who is silent and what the director complains of. */
    void heartbeats(Origin origin, Sight sight) {
        Coverage coverage = sight.of(origin);
        Rule rule = builtIn(origin, Resource.HEARTBEAT);
        for (Expected one : coverage.silent()) {
            boolean seen = !coverage.isBlind(one.area()) && !sight.isJustBack(origin, one.area());
            if (!one.confirmed().isEmpty() || seen) {
                step(rule, one.target(), Observation.wrong(Severity.FAIL, this.now, one.confirmed()));
            }
        }
        if (origin == Origin.VM) {
            complaints(sight);
        }
        for (Alarm alarm : this.open.all()) {
            if (alarm.resource() == Resource.HEARTBEAT && alarm.target().origin() == origin
                    && coverage.fresh().contains(alarm.target().id()) && !isJudged(alarm)) {
                step(rule, alarm.target(), Observation.well(this.now));
            }
        }
    }

    private void complaints(Sight sight) {
        Coverage coverage = sight.of(Origin.VM);
        for (VirtualMachine vm : this.foundation.machines()) {
            AlarmTarget target = this.foundation.target(vm);
            String complaint = sight.complaint(vm);
            if (!complaint.isEmpty() && coverage.fresh().contains(vm.id())) {
                step(builtIn(Origin.VM, Resource.HEARTBEAT), target,
                        Observation.wrong(Severity.WARNING, this.now, complaint));
            }
            boolean failing = this.foundation.isCurrent() && vm.state() == VmState.FAILING;
            if (failing) {
                step(builtIn(Origin.VM, Resource.PROCESS), target,
                        Observation.wrong(Severity.CRITICAL, this.now, "director: a process is failing"));
            }
            else if (this.foundation.isCurrent() && vm.state() == VmState.RUNNING
                    && this.open.has(Origin.VM, vm.id(), Resource.PROCESS)) {
                step(builtIn(Origin.VM, Resource.PROCESS), target, Observation.well(this.now));
            }
        }
    }

    /** Says where nothing can be seen. */
    void blindness(Origin origin, Sight sight) {
        Coverage coverage = sight.of(origin);
        Rule rule = builtIn(origin, Resource.BLIND);
        boolean storeIsBack = this.open.has(Origin.BOSH, STORE, Resource.BLIND);
        for (String area : storeIsBack ? Set.<String>of() : coverage.blind()) {
            boolean everywhere = area.equals(Coverage.EVERYWHERE);
            AlarmTarget target = new AlarmTarget(origin, Sight.blindId(origin, area), everywhere ? origin.name() : area,
                    "", "", (origin == Origin.VM && !everywhere) ? area : "", "");
            step(rule, target, Observation.wrong(Severity.FAIL, this.now, "nobody reports there"));
        }
        if (coverage.fresh().isEmpty()) {
            return;
        }
        for (Alarm alarm : this.open.all()) {
            if (alarm.resource() == Resource.BLIND && alarm.target().origin() == origin && !isJudged(alarm)
                    && alarm.target().id().startsWith(Sight.blindId(origin, ""))) {
                step(rule, alarm.target(), Observation.well(this.now));
            }
        }
    }

    /** The metric store did not answer: nothing can be said of anything. */
    void storeIsAway(String why) {
        step(storeRule(), storeTarget(), Observation.wrong(Severity.FAIL, this.now, why));
    }

    void storeAnswers() {
        if (this.open.has(Origin.BOSH, STORE, Resource.BLIND)) {
            step(storeRule(), storeTarget(), Observation.well(this.now));
        }
    }

    /** Ends the alarms that nobody can judge any more. */
    void endings(Sight sight) {
        for (Alarm alarm : this.open.all()) {
            AlarmTarget target = alarm.target();
            if (isJudged(alarm) || alarm.resource() == Resource.BLIND || alarm.resource() == Resource.NOTIFICATION) {
                continue;
            }
            if (!this.foundation.mayHave(target) && !sight.of(target.origin()).fresh().contains(target.id())) {
                add(alarm.target(), AlarmLife.end(alarm, this.now, "no longer part of the foundation"));
            }
            else if (alarm.resource().hasValue() && this.rules.rejected().isEmpty() && ruleOf(alarm) == null) {
                add(alarm.target(), AlarmLife.end(alarm, this.now, "no policy for it any more"));
            }
        }
    }

    List<AlarmStep> steps() {
        return this.steps;
    }

    private @Nullable Rule ruleOf(Alarm alarm) {
        AlarmTarget target = alarm.target();
        return this.rules.of(target.origin(), alarm.resource(),
                (target.origin() == Origin.APP) ? target.appGuid() : target.deployment());
    }

    private Rule builtIn(Origin origin, Resource resource) {
        Rule own = this.rules.of(origin, resource, "");
        // A container is missed one cycle later than its cell, so that the cause comes
        // first.
        Damping damping = (origin == Origin.CONTAINER) ? new Damping(0, 2, 1) : Damping.DEFAULT;
        return (own != null) ? own : new Rule(origin, resource, null, Duration.ZERO, REPEAT, damping);
    }

    private static Rule storeRule() {
        return new Rule(Origin.BOSH, Resource.BLIND, null, Duration.ZERO, REPEAT, new Damping(0, 2, 1));
    }

    private static AlarmTarget storeTarget() {
        return new AlarmTarget(Origin.BOSH, STORE, "InfluxDB", "", "", "", "");
    }

    private void step(Rule rule, AlarmTarget target, Observation seen) {
        Alarm alarm = this.open.find(target.origin(), target.id(), rule.resource());
        this.life.next(rule, alarm, this.open.recent(target, rule.resource()), target, seen)
            .ifPresent((step) -> add(target, step));
    }

    private void add(AlarmTarget target, AlarmStep step) {
        if (this.judged.add(key(target, step.alarm().resource()))) {
            this.steps.add(step);
        }
    }

    private boolean isJudged(Alarm alarm) {
        return this.judged.contains(key(alarm.target(), alarm.resource()));
    }

    private static String key(AlarmTarget target, Resource resource) {
        return target.origin() + " " + resource + " " + target.id();
    }

}
