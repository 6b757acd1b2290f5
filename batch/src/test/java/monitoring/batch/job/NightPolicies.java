package monitoring.batch.job;

import java.time.Duration;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;

/**
 * The policies of a night: those of the first start, over ten minutes, with other limits.
 *
 * @param store where they are kept
 */
record NightPolicies(PolicyStore store) {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    void set(Origin origin, Resource resource, Threshold threshold) {
        set(origin, resource, threshold, AlarmPolicy.Damping.DEFAULT);
    }

    /** So many windows in a row before the CPU of a VM is raised, and resolved. */
    void damp(int raiseAfter, int resolveAfter) {
        set(Origin.VM, Resource.CPU, new Threshold(80, 90), new AlarmPolicy.Damping(5, raiseAfter, resolveAfter));
    }

    void app(String guid, double warning, double critical) {
        Threshold threshold = new Threshold(warning, critical);
        this.store.save(new AppAlarmPolicy(guid, threshold, threshold, TEN_MINUTES, "", false, true), "test");
    }

    private void set(Origin origin, Resource resource, Threshold threshold, AlarmPolicy.Damping damping) {
        AlarmPolicy known = this.store.alarmPolicies()
            .valid()
            .stream()
            .filter((policy) -> policy.origin() == origin && policy.resource() == resource)
            .findFirst()
            .orElseThrow();
        this.store.save(new AlarmPolicy(known.id(), origin, resource, "", threshold,
                new AlarmPolicy.Timing(TEN_MINUTES, TEN_MINUTES), damping, ""), "test");
    }

}
