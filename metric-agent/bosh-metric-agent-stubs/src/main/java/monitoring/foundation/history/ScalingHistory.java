package monitoring.foundation.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.story.Curves;
import monitoring.foundation.story.Episode;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Load;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingDecision.Action;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingPolicy.Band;
import monitoring.storage.scaling.ScalingPolicy.Instances;
import monitoring.storage.scaling.ScalingPolicy.Switches;
import monitoring.storage.scaling.ScalingStore;

/**
 * Registers the loaded app as its owner would in the Portal, and keeps how it was scaled.
 */
final class ScalingHistory {

    private static final String OWNER = "portal";

    private static final Band CPU = new Band(30, 70);

    private final Foundation foundation;

    private final ScalingStore scaling;

    private final PolicyStore policies;

    ScalingHistory(Foundation foundation, ScalingStore scaling, PolicyStore policies) {
        this.foundation = foundation;
        this.scaling = scaling;
        this.policies = policies;
    }

    /** Leaves a policy alone that somebody registered already. */
    void register() {
        FoundationApp app = this.foundation.layout().loadedApp();
        if (this.scaling.policy(app.guid()).isEmpty()) {
            this.scaling.save(new ScalingPolicy(app.guid(), new Instances(2, 8, 1), CPU, new Band(10, 90),
                    Duration.ofSeconds(120), new Switches(true, true, true, false)), OWNER);
        }
        if (this.policies.appAlarmPolicy(app.guid()).isEmpty()) {
            this.policies.save(new AppAlarmPolicy(app.guid(), new Threshold(80, 90), new Threshold(85, 95),
                    Duration.ofSeconds(60), app.name() + "@example.org", true, true), OWNER);
        }
    }

    /** Keeps each step that AutoScale took in a surge. */
    void keep(Episode surge) {
        FoundationApp app = this.foundation.layout().loadedApp();
        Load load = new Load(this.foundation.layout());
        for (int step = 0; step < Curves.scalingSteps(); step++) {
            int from = Curves.instancesAfter(step - 1);
            int to = Curves.instancesAfter(step);
            boolean out = to > from;
            Instant at = Chronicle.at(surge, Curves.scalingMinute(step));
            double cpu = load.containerCpu(app, 0, from, this.foundation.story().at(at.minusSeconds(30)));
            String id = UUID.nameUUIDFromBytes((app.guid() + at).getBytes(StandardCharsets.US_ASCII)).toString();
            ScalingDecision decision = new ScalingDecision(id, app.guid(), app.name(), out ? Action.OUT : Action.IN,
                    Resource.CPU, Math.rint(cpu * 100) / 100, out ? CPU.max() : CPU.min(), from, to, at);
            this.scaling.save(new ScalingEvent(decision, Outcome.SCALED, 200, Integer.toString(to), at.plusSeconds(1)));
        }
    }

}
