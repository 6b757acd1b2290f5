package monitoring.dashboard.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.notification.Routes;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.routing.Routing;

import org.springframework.stereotype.Component;

/**
 * Runs a policy, and the one that is in force, over the real values of the past. One
 * statement to the metric store for each piece of the plan, whatever the number of
 * targets; one run at a time.
 */
@Component
class Trials {

    private final MetricStore metrics;

    private final PolicyStore policies;

    private final Routes routes;

    private final Foundations foundations;

    private final Clock clock;

    private final Semaphore one = new Semaphore(1);

    Trials(MetricStore metrics, PolicyStore policies, Routes routes, Foundations foundations, Clock clock) {
        this.metrics = metrics;
        this.policies = policies;
        this.routes = routes;
        this.foundations = foundations;
        this.clock = clock;
    }

    /**
     * Tries a policy.
     * @param edited as it would be saved
     * @param days how far back, 1 to 30
     * @return what it would have raised, or empty while somebody else tries one
     */
    Optional<Answer> run(AlarmPolicy edited, int days) {
        if (!this.one.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(tried(edited, days));
        }
        finally {
            this.one.release();
        }
    }

    private Answer tried(AlarmPolicy edited, int days) {
        Foundation foundation = this.foundations.now();
        Predicate<AlarmTarget> judged = judgedBy(edited);
        Plan plan = Plan.of(this.clock.instant(), days, edited.timing().measureTime(), count(foundation, edited));
        Routing routing = this.routes.routing();
        Trial fresh = new Trial(edited, Plan.PACE, plan.step(), new Mails(routing));
        Trial saved = this.policies.alarmPolicy(edited.id())
            .map((policy) -> new Trial(policy, Plan.PACE, plan.step(), new Mails(routing)))
            .orElse(null);
        Run run = new Run(edited, saved == null ? List.of(fresh) : List.of(fresh, saved), plan.step(),
                targets(foundation), judged);
        for (TimeRange piece : plan.pieces()) {
            MetricWindow asked = new MetricWindow(edited.origin(), edited.resource(), piece);
            run.take(this.metrics.usageOverTime(asked, Set.of(), plan.step()), piece);
        }
        return new Answer(plan, fresh.seen(), fresh, Optional.ofNullable(saved));
    }

    /** Targets that the policy is for: not those whose deployment has one of its own. */
    private Predicate<AlarmTarget> judgedBy(AlarmPolicy edited) {
        if (!edited.scope().isEmpty()) {
            return (target) -> target.deployment().equals(edited.scope());
        }
        Set<String> own = this.policies.alarmPolicies()
            .valid()
            .stream()
            .filter((one) -> one.origin() == edited.origin() && one.resource() == edited.resource())
            .map(AlarmPolicy::scope)
            .filter((scope) -> !scope.isEmpty())
            .collect(Collectors.toSet());
        return (target) -> !own.contains(target.deployment());
    }

    private static int count(Foundation foundation, AlarmPolicy policy) {
        return switch (policy.origin()) {
            case BOSH -> foundation.directors().size();
            case VM -> foundation.vms().size();
            case CONTAINER, APP -> foundation.containers().size();
        };
    }

    /** What the inventory knows of the targets, which their samples do not say. */
    private static Map<String, AlarmTarget> targets(Foundation foundation) {
        Map<String, AlarmTarget> known = new HashMap<>();
        foundation.vms()
            .forEach((vm) -> known.put(vm.machine().id(), new AlarmTarget(Origin.VM, vm.machine().id(),
                    vm.machine().name(), vm.machine().ip(), vm.machine().deployment(), vm.machine().zone(), "")));
        foundation.containers()
            .forEach((one) -> known.put(one.app().guid() + "/" + one.instance().index(),
                    new AlarmTarget(Origin.CONTAINER, one.app().guid() + "/" + one.instance().index(), one.name(),
                            one.instance().cellIp(), one.app().organization() + " / " + one.app().space(), "",
                            one.app().guid())));
        return known;
    }

    /** One run, piece by piece. */
    private static final class Run {

        private final AlarmPolicy policy;

        private final List<Trial> trials;

        private final Duration step;

        private final Map<String, AlarmTarget> known;

        private final Predicate<AlarmTarget> judged;

        private Run(AlarmPolicy policy, List<Trial> trials, Duration step, Map<String, AlarmTarget> known,
                Predicate<AlarmTarget> judged) {
            this.policy = policy;
            this.trials = trials;
            this.step = step;
            this.known = known;
            this.judged = judged;
        }

        private void take(List<UsageSeries> series, TimeRange piece) {
            for (UsageSeries one : series) {
                AlarmTarget target = target(one.target());
                if (!this.judged.test(target)) {
                    continue;
                }
                for (Series.Point point : one.points()) {
                    if (piece.contains(point.time())) {
                        this.trials.forEach((trial) -> trial.judge(target, point, point.time().plus(this.step)));
                    }
                }
            }
        }

        private AlarmTarget target(MetricTarget measured) {
            AlarmTarget target = this.known.get(measured.id());
            return (target != null) ? target
                    : new AlarmTarget(this.policy.origin(), measured.id(), measured.name(), measured.ip(), "", "", "");
        }

    }

    /**
     * What came of it.
     *
     * @param plan over which time, and how finely
     * @param targets how many had values
     * @param edited the policy as it would be saved
     * @param saved the policy in force, empty for a new one
     */
    record Answer(Plan plan, int targets, Trial edited, Optional<Trial> saved) {
    }

}
