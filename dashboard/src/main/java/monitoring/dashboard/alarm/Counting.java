package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.AlarmShare;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.alarm.NoisyTarget;
import monitoring.storage.alarm.ResponseTimes;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import org.springframework.stereotype.Component;

/**
 * Lets the SQL server count the alarms of a period: a fixed number of statements, however
 * many alarms there are.
 */
@Component
class Counting {

    /** Rows of a table at most. */
    private static final int MOST = 12;

    /**
     * Services that were down at most; a period with more of them is one great failure.
     */
    private static final int SERVICES = 1000;

    private final AlarmStatistics statistics;

    private final PolicyStore policies;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final Clock clock;

    Counting(AlarmStatistics statistics, PolicyStore policies, Foundations foundations, StoreWatch stores,
            Clock clock) {
        this.statistics = statistics;
        this.policies = policies;
        this.foundations = foundations;
        this.stores = stores;
        this.clock = clock;
    }

    Statistics statistics(Period period) {
        TimeRange range = period.range();
        return Statistics.of(ask(() -> this.statistics.raised(range, period.unit(), period.zone()), List.of()),
                ask(() -> this.statistics.responseTimes(range), new ResponseTimes(0, 0, null, 0, null)),
                ask(() -> this.statistics.noisiest(range, 10), List.<NoisyTarget>of()), period);
    }

    Breakdown breakdown(Period period) {
        TimeRange range = period.range();
        TimeRange before = period.previous().range();
        List<RuleShare> rules = ask(() -> this.statistics.rules(range, before), List.of());
        List<AlarmPolicy> known = ask(() -> this.policies.alarmPolicies().valid(), List.of());
        return new Breakdown(ask(() -> this.statistics.services(range, before, MOST), List.<AlarmShare>of()),
                ask(() -> this.statistics.zones(range, before, MOST), List.<AlarmShare>of()),
                Breakdown.PolicyShare.of(rules, known).stream().limit(MOST).toList());
    }

    /** Services that were down, the worst first; those that are gone are left out. */
    List<Availability> availability(Period period) {
        Instant now = this.clock.instant();
        TimeRange whole = period.range();
        if (!whole.from().isBefore(now)) {
            return List.of();
        }
        TimeRange past = new TimeRange(whole.from(), whole.to().isBefore(now) ? whole.to() : now);
        List<Downtime> down = ask(() -> this.statistics.downtimes(past, SERVICES), List.of());
        return Availability.of(down, this.foundations.now(), past).stream().limit(MOST).toList();
    }

    private <T> T ask(Supplier<T> question, T otherwise) {
        return this.stores.ask(Store.RELATIONS, question, otherwise);
    }

}
