package monitoring.batch.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import monitoring.storage.inventory.App;
import monitoring.storage.metric.Resource;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingDecision.Action;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingPolicy.Band;

import org.jspecify.annotations.Nullable;

/**
 * What a policy asks for. More when one instance is above a maximum; fewer only when all
 * are below every minimum that counts, and all were heard. A pure function.
 */
final class ScalingRule {

    private final ScaleProperties properties;

    ScalingRule(ScaleProperties properties) {
        this.properties = properties;
    }

    /**
     * What was measured of an app within its policy's window, one value an instance.
     *
     * @param cpu percent of one core
     * @param memory percent of the quota
     */
    record Measured(Collection<Double> cpu, Collection<Double> memory) {
    }

    /** The decision, with an empty id; empty if nothing is to be done. */
    Optional<ScalingDecision> decide(ScalingPolicy policy, App app, Measured measured, @Nullable ScalingEvent last,
            Instant now) {
        if (app.instances() < 1 || isCooling(policy, last, now)) {
            return Optional.empty();
        }
        return out(policy, app, measured, now).or(() -> in(policy, app, measured, now));
    }

    private Optional<ScalingDecision> out(ScalingPolicy policy, App app, Measured measured, Instant now) {
        int to = Math.min(app.instances() + policy.instances().unit(), policy.instances().max());
        if (!policy.switches().out() || to <= app.instances()) {
            return Optional.empty();
        }
        double cpu = highest(measured.cpu());
        double memory = highest(measured.memory());
        if (policy.switches().cpu() && cpu > policy.cpu().max()) {
            return decision(app, Resource.CPU, new Judged(cpu, policy.cpu().max()), to, now);
        }
        if (policy.switches().memory() && memory > policy.memory().max()) {
            return decision(app, Resource.MEMORY, new Judged(memory, policy.memory().max()), to, now);
        }
        return Optional.empty();
    }

    private Optional<ScalingDecision> in(ScalingPolicy policy, App app, Measured measured, Instant now) {
        int to = Math.max(app.instances() - policy.instances().unit(), policy.instances().min());
        ScalingPolicy.Switches switches = policy.switches();
        if (!switches.in() || to >= app.instances() || !(switches.cpu() || switches.memory())) {
            return Optional.empty();
        }
        boolean cpu = !switches.cpu() || isBelow(measured.cpu(), policy.cpu(), app);
        boolean memory = !switches.memory() || isBelow(measured.memory(), policy.memory(), app);
        if (!cpu || !memory) {
            return Optional.empty();
        }
        return switches.cpu()
                ? decision(app, Resource.CPU, new Judged(highest(measured.cpu()), policy.cpu().min()), to, now)
                : decision(app, Resource.MEMORY, new Judged(highest(measured.memory()), policy.memory().min()), to,
                        now);
    }

    /**
     * All instances were heard and are below; an instance that was not heard is no idle
     * one.
     */
    private static boolean isBelow(Collection<Double> values, Band band, App app) {
        return values.size() >= app.instances() && values.stream().allMatch((value) -> value < band.min());
    }

    private boolean isCooling(ScalingPolicy policy, @Nullable ScalingEvent last, Instant now) {
        if (last == null || !hasEffect(last.outcome())) {
            return false;
        }
        Duration pause = (last.decision().action() == Action.OUT) ? this.properties.coolDown()
                : this.properties.coolDownIn();
        Duration longer = (pause.compareTo(policy.measureTime()) > 0) ? pause : policy.measureTime();
        return now.isBefore(last.decision().at().plus(longer));
    }

    /** Whether it scaled, or may have. */
    private static boolean hasEffect(ScalingEvent.Outcome outcome) {
        return switch (outcome) {
            case ASKED, SCALED, UNKNOWN, DRY_RUN, IGNORED -> true;
            case NOOP, REJECTED, FAILED -> false;
        };
    }

    private static double highest(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Optional<ScalingDecision> decision(App app, Resource cause, Judged judged, int to, Instant now) {
        Action action = (to > app.instances()) ? Action.OUT : Action.IN;
        return Optional.of(new ScalingDecision("", app.guid(), app.name(), action, cause, judged.value,
                judged.threshold, app.instances(), to, now));
    }

    private record Judged(double value, double threshold) {
    }

}
