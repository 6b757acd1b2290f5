package monitoring.dashboard.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.metric.Chart.Limit;
import monitoring.dashboard.metric.Chart.Mark;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Policies;
import monitoring.storage.policy.PolicyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What is drawn into charts: the limits of the policies and the alarms of the time. */
@Component
class Drawings {

    /** An alarm that was raised before the chart begins may still be open in it. */
    private static final Duration BEFORE = Duration.ofDays(7);

    private final PolicyStore policies;

    private final AlarmStore alarms;

    private final StoreWatch stores;

    Drawings(PolicyStore policies, AlarmStore alarms, StoreWatch stores) {
        this.policies = policies;
        this.alarms = alarms;
        this.stores = stores;
    }

    /**
     * The limits a target is judged by: those of its deployment where there are some.
     * @param deployment its deployment, empty if it has none
     */
    Map<Resource, List<Limit>> limits(Origin origin, String deployment) {
        Map<Resource, List<Limit>> limits = new EnumMap<>(Resource.class);
        List<AlarmPolicy> all = this.stores
            .ask(Store.RELATIONS, this.policies::alarmPolicies, new Policies<AlarmPolicy>(List.of(), List.of()))
            .valid();
        all.stream()
            .filter((policy) -> policy.origin() == origin)
            .filter((policy) -> policy.scope().isEmpty() || policy.scope().equals(deployment))
            // its own last, so that it wins
            .sorted(Comparator.comparing((policy) -> !policy.scope().isEmpty()))
            .forEach((policy) -> limits.put(policy.resource(),
                    List.of(new Limit("warning", policy.threshold().warning()),
                            new Limit("critical", policy.threshold().critical()))));
        return limits;
    }

    /** The alarms of some targets within a stretch of time. */
    List<Mark> marks(Origin origin, Set<String> targetIds, TimeRange range) {
        TimeRange raisedWithin = new TimeRange(range.from().minus(BEFORE), range.to());
        List<Mark> marks = new ArrayList<>();
        for (Alarm alarm : this.stores.ask(Store.RELATIONS, () -> this.alarms.ofTargets(targetIds, raisedWithin),
                List.<Alarm>of())) {
            @Nullable Instant raised = alarm.progress().raisedAt();
            @Nullable Instant resolved = alarm.progress().resolvedAt();
            if (alarm.target().origin() == origin && raised != null
                    && (resolved == null || resolved.isAfter(range.from()))) {
                marks.add(new Mark(raised.toEpochMilli(), (resolved == null) ? null : resolved.toEpochMilli(),
                        alarm.severity().code(), alarm.resource().code(), "/alarm/" + alarm.id()));
            }
        }
        return marks;
    }

}
