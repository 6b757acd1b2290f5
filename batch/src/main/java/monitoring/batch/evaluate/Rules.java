package monitoring.batch.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.alarm.Rule;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Policies;

import org.jspecify.annotations.Nullable;

/**
 * All rules of one cycle, found by origin, resource and scope. The rule of a target's own
 * deployment (of an app: its GUID) goes before the one for all.
 */
final class Rules {

    private final Map<Key, Map<String, Rule>> rules = new HashMap<>();

    private final List<String> rejected = new ArrayList<>();

    private final Duration appRepeat;

    Rules(Policies<AlarmPolicy> policies, Policies<AppAlarmPolicy> apps, Duration appRepeat) {
        this.appRepeat = appRepeat;
        this.rejected.addAll(policies.rejected());
        this.rejected.addAll(apps.rejected());
        for (AlarmPolicy policy : policies.valid()) {
            if (put(policy.scope(), Rule.of(policy)) != null) {
                this.rejected.add("alarm_policies, id " + policy.id() + ": a second one for " + policy.origin() + ", "
                        + policy.resource() + ", " + (policy.scope().isEmpty() ? "all" : policy.scope())
                        + " (expected: one; the first counts)");
            }
        }
        apps.valid().stream().filter(AppAlarmPolicy::enabled).forEach(this::putAll);
    }

    /** The rule for a target, null where nothing is asked of it. */
    @Nullable Rule of(Origin origin, Resource resource, String scope) {
        Map<String, Rule> found = this.rules.get(new Key(origin, resource));
        if (found == null) {
            return null;
        }
        Rule own = found.get(scope);
        return (own != null) ? own : found.get("");
    }

    /** Whether there is a rule for any target of an origin and resource. */
    boolean has(Origin origin, Resource resource) {
        return this.rules.containsKey(new Key(origin, resource));
    }

    /**
     * The distinct windows to ask the store for. An app's containers are measured as
     * containers, so that one answer serves both kinds of rule.
     */
    Set<Window> windows() {
        Set<Window> windows = new LinkedHashSet<>();
        this.rules.forEach((key, byScope) -> {
            if (key.resource.hasValue()) {
                byScope.values()
                    .forEach((rule) -> windows.add(new Window(measured(key.origin), key.resource, rule.window())));
            }
        });
        return windows;
    }

    /** Which rows of the policy tables are no usable policy, and why. */
    List<String> rejected() {
        return this.rejected;
    }

    private void putAll(AppAlarmPolicy app) {
        put(app.appGuid(),
                new Rule(Origin.APP, Resource.CPU, app.cpu(), app.measureTime(), this.appRepeat, Damping.DEFAULT));
        put(app.appGuid(), new Rule(Origin.APP, Resource.MEMORY, app.memory(), app.measureTime(), this.appRepeat,
                Damping.DEFAULT));
    }

    private @Nullable Rule put(String scope, Rule rule) {
        return this.rules.computeIfAbsent(new Key(rule.origin(), rule.resource()), (key) -> new HashMap<>())
            .putIfAbsent(scope, rule);
    }

    private static Origin measured(Origin origin) {
        return (origin == Origin.APP) ? Origin.CONTAINER : origin;
    }

    private record Key(Origin origin, Resource resource) {
    }

    /**
     * One statement to the store.
     *
     * @param origin whose targets
     * @param resource what of them
     * @param length over which the mean is taken
     */
    record Window(Origin origin, Resource resource, Duration length) {

        /** The window of a {@link #text()}. */
        static Window of(String text) {
            String[] parts = text.split(" ");
            return new Window(Origin.valueOf(parts[0]), Resource.valueOf(parts[1]), Duration.parse(parts[2]));
        }

        String text() {
            return this.origin + " " + this.resource + " " + this.length;
        }

    }

}
