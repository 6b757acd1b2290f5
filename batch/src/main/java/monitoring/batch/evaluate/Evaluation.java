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
        Instant now = this.clock.instant();
        OpenAlarms open = new OpenAlarms(this.alarms.open(),
                this.alarms.resolvedSince(now.minus(this.properties.flapWindow())));
        Rules rules = new Rules(this.policies.alarmPolicies(), this.policies.appAlarmPolicies(), APP_REPEAT);
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
        if (measure(cycle, rules, sight, now)) {
            cycle.storeAnswers();
            cycle.endings(sight);
        }
        return cycle.steps();
    }

    private void look(Sight sight, Instant now) {
        TimeRange range = TimeRange.before(now, this.properties.knownFor());
        for (Origin origin : List.of(Origin.VM, Origin.BOSH, Origin.CONTAINER)) {
            sight.look(origin, this.metrics.lastSeen(origin, range));
        }
    }

    private boolean measure(Cycle cycle, Rules rules, Sight sight, Instant now) {
        String failure = "";
        for (Rules.Window window : rules.windows()) {
            TimeRange range = TimeRange.before(now, window.length());
            try {
                cycle.judge(window, this.metrics.usage(new MetricWindow(window.origin(), window.resource(), range)),
                        sight.of(window.origin()));
            }
            catch (MetricStoreException ex) {
                logger.warn("{} of {} not judged: {}", window.resource(), window.origin(), ex.getMessage());
                failure = ex.getMessage();
            }
        }
        if (!failure.isEmpty()) {
            cycle.storeIsAway(failure);
        }
        return failure.isEmpty();
    }

}
