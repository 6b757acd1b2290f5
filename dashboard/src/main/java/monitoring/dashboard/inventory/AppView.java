package monitoring.dashboard.inventory;

import java.time.Duration;
import java.util.List;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An app with its instances, as programs get it.
 *
 * @param app what it is and how
 * @param instances where they run
 * @param limits by which its alarms are raised, null for those of all apps
 * @param scaling by what it is scaled, null if it is not
 * @param events what came of scaling it, newest first, at most 8
 */
public record AppView(AppState app, List<Container> instances, @Nullable Limits limits, @Nullable ScalingPolicy scaling,
        List<ScalingEvent> events) {

    static AppView of(AppState app, List<Container> instances, AppDetails.Details details) {
        return new AppView(app, instances, Limits.of(details.alarmPolicy()), details.scalingPolicy(), details.events());
    }

    /**
     * The limits of an app's own policy, without who is told.
     *
     * @param cpu in percent of one core
     * @param memory in percent of the quota
     * @param measureTime window of the mean, ISO 8601
     * @param enabled whether it is watched at all
     */
    public record Limits(Threshold cpu, Threshold memory, Duration measureTime, boolean enabled) {

        static @Nullable Limits of(@Nullable AppAlarmPolicy policy) {
            return (policy == null) ? null
                    : new Limits(policy.cpu(), policy.memory(), policy.measureTime(), policy.enabled());
        }

    }

}
