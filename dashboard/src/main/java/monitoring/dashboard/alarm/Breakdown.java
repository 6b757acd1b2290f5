package monitoring.dashboard.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.AlarmShare;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of a period by what they have in common, each with those of the period before.
 *
 * @param services by deployment and job, or organization, space and app; most first
 * @param zones by availability zone, most first
 * @param policies by the policy that raised them, most first
 */
public record Breakdown(List<AlarmShare> services, List<AlarmShare> zones, List<PolicyShare> policies) {

    /**
     * How many alarms a policy raised.
     *
     * @param rule which policy
     * @param id of the policy as it is now, null if there is none any more
     * @param count in the period
     * @param before in the period before
     */
    public record PolicyShare(Rule rule, @Nullable String id, long count, long before) {

        /** By the policies as they are now, most first. */
        static List<PolicyShare> of(List<RuleShare> shares, List<AlarmPolicy> policies) {
            Map<Rule, String> own = new HashMap<>();
            policies.forEach((one) -> own.put(new Rule(one.origin(), one.resource(), one.scope()), one.id()));
            Map<Rule, PolicyShare> sums = new HashMap<>();
            for (RuleShare one : shares) {
                Rule exact = new Rule(one.origin(), one.resource(), one.deployment());
                Rule rule = own.containsKey(exact) ? exact : new Rule(one.origin(), one.resource(), "");
                sums.merge(rule, new PolicyShare(rule, own.get(rule), one.count(), one.before()), PolicyShare::plus);
            }
            List<PolicyShare> all = new ArrayList<>(sums.values());
            all.sort(Comparator.comparingLong(PolicyShare::count)
                .thenComparingLong(PolicyShare::before)
                .reversed()
                .thenComparing((one) -> one.rule().toString()));
            return all;
        }

        private PolicyShare plus(PolicyShare other) {
            return new PolicyShare(this.rule, this.id, this.count + other.count, this.before + other.before);
        }

    }

    /**
     * What names a policy.
     *
     * @param origin whose targets
     * @param resource which resource
     * @param scope its deployment, empty for all others
     */
    public record Rule(Origin origin, Resource resource, String scope) {
    }

}
