package monitoring.batch.evaluate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.AlarmLife;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.PolicyStore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cycle: asks the stores for all that is to be judged, with a number of statements
 * that does not depend on the number of targets, and judges it.
 */
public final class Evaluation {

    private static final Logger logger = LoggerFactory.getLogger(Evaluation.class);

    /** Where an app's owner was not told otherwise: PaaS-TA's 60 minutes. */
    private static final Duration APP_REPEAT = Duration.ofMinutes(60);

    private final MetricStore metrics;

    private final LogSight logs;

    private final MustRun mustRun;

    private final PolicyStore policies;

    private final AlarmStore alarms;

    private final InventoryStore inventory;

    private final EvaluateProperties properties;

    private final Clock clock;

    public Evaluation(MetricStore metrics, LogStore logs, PolicyStore policies, AlarmStore alarms,
            InventoryStore inventory, EvaluateProperties properties, Clock clock) {
        this.metrics = metrics;
        this.logs = new LogSight(logs, properties);
        this.mustRun = new MustRun(properties);
        this.policies = policies;
        this.alarms = alarms;
        this.inventory = inventory;
        this.properties = properties;
        this.clock = clock;
    }

    /** The steps that are due now. */
    public List<AlarmStep> evaluate() {
        return evaluate(null);
    }

    /**
     * The steps that are due now, but for those of values, which workers judged.
     * @param failure what the metric store told a worker, empty where it answered all
     */
    public List<AlarmStep> evaluateRest(String failure) {
        return evaluate(failure);
    }

    /**
     * What can be judged apart: the windows of all values, each as one text. A target's
     * resource is judged within one of them only.
     */
    public List<String> windows() {
        return rules().windows().stream().map(Rules.Window::text).toList();
    }

    /**
     * The steps of the values of one window. Asked again for the same moment, it leaves
     * out what was kept the first time.
     * @param window one of {@link #windows()}
     * @param now end of the window, in whole seconds as alarms keep it
     * @throws MetricStoreException if the store refuses or does not answer
     */
    public List<AlarmStep> judge(String window, Instant now) {
        Rules.Window values = Rules.Window.of(window);
        OpenAlarms open = openAlarms(now);
        Foundation foundation = Foundation.ofNames(this.inventory);
        Sight sight = new Sight(foundation, open, now, this.properties);
        sight.look(values.origin(),
                this.metrics.lastSeen(values.origin(), TimeRange.before(now, this.properties.deadAfter())));
        Cycle cycle = new Cycle(now, open, rules(), foundation, new AlarmLife(this.properties.flapping()));
        judge(cycle, values, sight, now);
        return cycle.steps().stream().filter((step) -> !open.isJudgedAt(step.alarm(), now)).toList();
    }

    private OpenAlarms openAlarms(Instant now) {
        return new OpenAlarms(this.alarms.open(), this.alarms.resolvedSince(now.minus(this.properties.flapWindow())));
    }

    private Rules rules() {
        return new Rules(this.policies.alarmPolicies(), this.policies.appAlarmPolicies(), APP_REPEAT);
    }

    private List<AlarmStep> evaluate(@Nullable String judgedElsewhere) {
        Instant now = this.clock.instant();
        OpenAlarms open = openAlarms(now);
        Rules rules = rules();
        rules.rejected().forEach((row) -> logger.warn("Policy skipped: {}", row));
        Foundation foundation = Foundation.of(this.inventory, now, this.properties.inventoryMaxAge());
        Sight sight = new Sight(foundation, open, now, this.properties);
        Cycle cycle = new Cycle(now, open, rules, foundation, new AlarmLife(this.properties.flapping()));
        cycle.logs(this.logs.look(now));
        Map<Origin, Map<MetricTarget, String>> missing = new EnumMap<>(Origin.class);
        try {
            look(sight, now);
            for (Origin origin : List.of(Origin.VM, Origin.BOSH)) {
                missing.put(origin, this.mustRun.missing(this.metrics, origin, now));
            }
        }
        catch (MetricStoreException ex) {
            logger.warn("Nothing judged: {}", ex.getMessage());
            cycle.storeIsAway(ex.getMessage());
            return cycle.steps();
        }
        for (Origin origin : List.of(Origin.VM, Origin.BOSH, Origin.CONTAINER)) {
            cycle.processes(origin, sight.of(origin), missing.getOrDefault(origin, Map.of()));
            cycle.heartbeats(origin, sight);
            cycle.blindness(origin, sight);
        }
        String failure = (judgedElsewhere != null) ? judgedElsewhere : measure(cycle, rules, sight, now);
        if (failure.isEmpty()) {
            cycle.storeAnswers();
            cycle.endings(sight);
        }
        else {
            cycle.storeIsAway(failure);
        }
        return cycle.steps();
    }

    private void look(Sight sight, Instant now) {
        TimeRange range = TimeRange.before(now, this.properties.knownFor());
        for (Origin origin : List.of(Origin.VM, Origin.BOSH, Origin.CONTAINER)) {
            sight.look(origin, this.metrics.lastSeen(origin, range));
        }
    }

    /** Judges all values; what the store told where it did not answer. */
    private String measure(Cycle cycle, Rules rules, Sight sight, Instant now) {
        String failure = "";
        for (Rules.Window window : rules.windows()) {
            try {
                judge(cycle, window, sight, now);
            }
            catch (MetricStoreException ex) {
                logger.warn("{} of {} not judged: {}", window.resource(), window.origin(), ex.getMessage());
                failure = ex.getMessage();
            }
        }
        return failure;
    }

    private void judge(Cycle cycle, Rules.Window window, Sight sight, Instant now) {
        TimeRange range = TimeRange.before(now, window.length());
        cycle.judge(window, this.metrics.usage(new MetricWindow(window.origin(), window.resource(), range)),
                sight.of(window.origin()));
    }

}
