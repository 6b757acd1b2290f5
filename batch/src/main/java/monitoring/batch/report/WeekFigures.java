package monitoring.batch.report;

import java.time.Duration;
import java.util.List;

import monitoring.storage.alarm.NoisyTarget;
import monitoring.storage.alarm.ResponseTimes;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;

/**
 * What a week comes to.
 *
 * @param week from when to when
 * @param machines VMs that are known
 * @param availability percent of the time of all VMs in which they reported; 100 without
 * VMs
 * @param downtime of all VMs together
 * @param incidents opened in the week
 * @param before opened in the week before
 * @param response how long it took until somebody cared and until it was over
 * @param policies that raised most alarms, most first
 * @param targets that had most alarms, most first
 */
record WeekFigures(TimeRange week, int machines, double availability, Duration downtime, int incidents, int before,
        ResponseTimes response, List<NoisyPolicy> policies, List<NoisyTarget> targets) {

    WeekFigures {
        policies = List.copyOf(policies);
        targets = List.copyOf(targets);
    }

    /**
     * How many alarms came of one policy.
     *
     * @param origin kind of its targets
     * @param resource its resource
     * @param count how many
     */
    record NoisyPolicy(Origin origin, Resource resource, long count) {
    }

}
