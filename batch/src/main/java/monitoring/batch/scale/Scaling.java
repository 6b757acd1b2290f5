package monitoring.batch.scale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import monitoring.autoscale.AutoScaleClient;
import monitoring.autoscale.ScaleRequest;
import monitoring.autoscale.ScaleRequest.Cause;
import monitoring.autoscale.ScaleResult;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.Policies;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all scaling policies at once and asks the AutoScale server. A decision is kept
 * before it is asked for, so that a crash in between is seen and nothing is scaled twice.
 */
public final class Scaling {

    private static final Logger logger = LoggerFactory.getLogger(Scaling.class);

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(90);

    private final MetricStore metrics;

    private final InventoryStore inventory;

    private final ScalingStore store;

    private final AutoScaleClient client;

    private final ScalingWatch watch;

    private final ScaleProperties properties;

    private final ScalingAges ages;

    private final Clock clock;

    private final Instant startedAt;

    public Scaling(MetricStore metrics, InventoryStore inventory, ScalingStore store, AutoScaleClient client,
            ScalingWatch watch, ScaleProperties properties, ScalingAges ages, Clock clock) {
        this.metrics = metrics;
        this.inventory = inventory;
        this.store = store;
        this.client = client;
        this.watch = watch;
        this.properties = properties;
        this.ages = ages;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * What the policies ask for now.
     * @throws IllegalStateException if it was too long ago that anybody told how many
     * instances there are
     */
    public List<ScalingDecision> decisions() {
        Policies<ScalingPolicy> policies = this.store.policies();
        policies.rejected().forEach((row) -> logger.warn("Scaling policy skipped: {}", row));
        if (policies.valid().isEmpty() || !this.properties.enabled()) {
            return List.of();
        }
        Instant now = this.clock.instant();
        if (!isInventoryKnown(now)) {
            return List.of();
        }
        Map<String, App> apps = new HashMap<>();
        this.inventory.apps().forEach((app) -> apps.put(app.guid(), app));
        Windows windows = new Windows(now, heard(now));
        ScalingRule rule = new ScalingRule(this.properties);
        List<ScalingDecision> decisions = new ArrayList<>();
        for (ScalingPolicy policy : policies.valid()) {
            App app = apps.get(policy.appGuid());
            if (app != null) {
                ScalingRule.Measured measured = new ScalingRule.Measured(windows.of(policy, Resource.CPU),
                        windows.of(policy, Resource.MEMORY));
                rule.decide(policy, app, measured, this.store.latest(app.guid()).orElse(null), now)
                    .ifPresent(decisions::add);
            }
        }
        return decisions;
    }

    private boolean isInventoryKnown(Instant now) {
        Instant seen = this.inventory.appsSeenAt().orElse(Instant.EPOCH);
        if (!seen.plus(this.ages.inventory()).isBefore(now)) {
            return true;
        }
        if (now.isBefore(this.startedAt.plus(this.ages.inventory()))) {
            logger.info("No app is scaled yet: nobody told how many instances there are since the start");
            return false;
        }
        throw new IllegalStateException("no app is scaled: how many instances there are was last told at " + seen
                + " (expected: within batch.evaluate.inventory-max-age of " + this.ages.inventory()
                + "; does the inventory job fail?)");
    }

    /**
     * Asks for one decision and keeps what came of it; one that waited too long for
     * others is not asked for, as the next run decides anew.
     */
    public void ask(ScalingDecision decided) {
        ScalingDecision decision = new ScalingDecision(UUID.randomUUID().toString(), decided.appGuid(),
                decided.appName(), decided.action(), decided.cause(), decided.value(), decided.threshold(),
                decided.from(), decided.to(), decided.at());
        if (this.properties.dryRun()) {
            this.watch
                .known(new ScalingEvent(decision, Outcome.DRY_RUN, 0, "batch.scale.dry-run", this.clock.instant()));
            return;
        }
        String obstacle = obstacle(decision);
        if (!obstacle.isEmpty()) {
            logger.warn("App {} {} from {} to {} is not asked for: {}", decision.appName(), decision.action(),
                    decision.from(), decision.to(), obstacle);
            notAsked(new ScalingEvent(decision, Outcome.FAILED, 0, "not asked: " + obstacle, this.clock.instant()));
            return;
        }
        this.store.save(new ScalingEvent(decision, Outcome.ASKED, 0, "", this.clock.instant()));
        boolean cpu = decision.cause() == Resource.CPU;
        ScaleRequest.Usage usage = new ScaleRequest.Usage(cpu ? Cause.CPU : Cause.MEM, cpu ? decision.value() : 0,
                cpu ? 0 : decision.value(), decision.threshold());
        ScaleResult result = this.client.scale(new ScaleRequest(decision.id(), decision.appGuid(), decision.appName(),
                usage, decision.from(), decision.to()));
        logger.info("App {} {} from {} to {}, {} {}: {} {}", decision.appName(), decision.action(), decision.from(),
                decision.to(), decision.cause(), decision.value(), result.outcome(), result.detail());
        this.watch.known(new ScalingEvent(decision, Outcome.valueOf(result.outcome().name()), result.status(),
                result.detail(), this.clock.instant()));
    }

    /**
     * Keeps what stands in the way of a decision; while that stays the same, as one event
     * that says since when and until when, and anew when it is time to tell of it again.
     */
    private void notAsked(ScalingEvent event) {
        ScalingDecision now = event.decision();
        this.store.latest(now.appGuid())
            .filter((last) -> isSame(last, event) && !isToBeToldAgain(last, event))
            .map(ScalingEvent::decision)
            .map((first) -> new ScalingDecision(first.id(), now.appGuid(), now.appName(), now.action(), now.cause(),
                    now.value(), now.threshold(), now.from(), now.to(), first.at()))
            .ifPresentOrElse(
                    (going) -> this.store
                        .save(new ScalingEvent(going, event.outcome(), event.status(), event.detail(), event.at())),
                    () -> this.watch.known(event));
    }

    private static boolean isSame(ScalingEvent last, ScalingEvent event) {
        return last.outcome() == event.outcome() && last.detail().equals(event.detail())
                && last.decision().action() == event.decision().action();
    }

    private boolean isToBeToldAgain(ScalingEvent last, ScalingEvent event) {
        Duration period = this.properties.repeatRefusals();
        return !period.isZero() && !event.decision().at().isBefore(last.decision().at().plus(period));
    }

    /**
     * Why a decision is not asked for; empty if it is. Counts that were told before the
     * app was scaled are not those after it, however long ago that was.
     */
    private String obstacle(ScalingDecision decision) {
        if (decision.at().plus(this.ages.decision()).isBefore(this.clock.instant())) {
            return "decided at " + decision.at() + ", longer ago than " + this.ages.decision();
        }
        Instant seen = this.inventory.appsSeenAt().orElse(Instant.EPOCH);
        return this.store.latestDone(decision.appGuid())
            .filter((done) -> !seen.isAfter(done.at()))
            .map((done) -> "how many instances there are was last told at " + seen
                    + ", not since the app was scaled at " + done.at() + " (does the inventory job fail?)")
            .orElse("");
    }

    private Set<String> heard(Instant now) {
        Set<String> heard = new HashSet<>();
        this.metrics.lastSeen(Origin.CONTAINER, TimeRange.before(now, HEARD_WITHIN))
            .forEach((seen) -> heard.add(seen.target().id()));
        return heard;
    }

    /** Asks the store once for each window and resource, whatever the number of apps. */
    private final class Windows {

        private final Instant now;

        private final Set<String> heard;

        private final Map<String, Map<String, List<Double>>> answers = new HashMap<>();

        private Windows(Instant now, Set<String> heard) {
            this.now = now;
            this.heard = heard;
        }

        private Collection<Double> of(ScalingPolicy policy, Resource resource) {
            boolean counts = (resource == Resource.CPU) ? policy.switches().cpu() : policy.switches().memory();
            if (!counts) {
                return List.of();
            }
            return this.answers
                .computeIfAbsent(resource + " " + policy.measureTime(), (key) -> ask(resource, policy.measureTime()))
                .getOrDefault(policy.appGuid(), List.of());
        }

        private Map<String, List<Double>> ask(Resource resource, Duration length) {
            Map<String, List<Double>> byApp = new HashMap<>();
            for (TargetUsage usage : Scaling.this.metrics
                .usage(new MetricWindow(Origin.CONTAINER, resource, TimeRange.before(this.now, length)))) {
                if (this.heard.contains(usage.target().id()) && Double.isFinite(usage.value())) {
                    byApp.computeIfAbsent(usage.target().tag(Tags.APPLICATION_ID), (app) -> new ArrayList<>())
                        .add(usage.value());
                }
            }
            return byApp;
        }

    }

}
