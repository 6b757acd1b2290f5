package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.alarm.ResponseTimes;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.PolicyStore;
import org.jspecify.annotations.Nullable;

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

    private static final Duration AGE = Duration.ofSeconds(10);

    private static final int KEPT = 50;

    private final AlarmStatistics statistics;

    private final PolicyStore policies;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<Period, Statistics> periods;

    private final Answers<Period, Breakdown> breakdowns;

    private final Answers<TimeRange, List<Downtime>> downtimes;

    Counting(AlarmStatistics statistics, PolicyStore policies, Foundations foundations, StoreWatch stores,
            Clock clock) {
        this.statistics = statistics;
        this.policies = policies;
        this.foundations = foundations;
        this.stores = stores;
        this.clock = clock;
        this.periods = new Answers<>(KEPT, AGE, clock);
        this.breakdowns = new Answers<>(KEPT, AGE, clock);
        this.downtimes = new Answers<>(KEPT, AGE, clock);
    }

    Statistics statistics(Period period) {
        TimeRange range = period.range();
        return this.periods.to(period,
                (asked) -> ask(
                        () -> Statistics.of(this.statistics.raised(range, period.unit(), period.zone()),
                                this.statistics.responseTimes(range), this.statistics.noisiest(range, 10), period),
                        null),
                Statistics.of(List.of(), new ResponseTimes(0, 0, null, 0, null), List.of(), period));
    }

    Breakdown breakdown(Period period) {
        return this.breakdowns.to(period, (asked) -> ask(() -> breakDown(asked), null),
                new Breakdown(List.of(), List.of(), List.of()));
    }

    private Breakdown breakDown(Period period) {
        TimeRange range = period.range();
        TimeRange before = period.previous().range();
        List<RuleShare> rules = this.statistics.rules(range, before);
        return new Breakdown(this.statistics.services(range, before, MOST), this.statistics.zones(range, before, MOST),
                Breakdown.PolicyShare.of(rules, this.policies.alarmPolicies().valid()).stream().limit(MOST).toList());
    }

    /** Services that were down, the worst first; those that are gone are left out. */
    List<Availability> availability(Period period) {
        Instant now = Answers.aligned(this.clock.instant(), AGE);
        TimeRange whole = period.range();
        if (!whole.from().isBefore(now)) {
            return List.of();
        }
        TimeRange past = new TimeRange(whole.from(), whole.to().isBefore(now) ? whole.to() : now);
        List<Downtime> down = this.downtimes.to(past,
                (asked) -> ask(() -> this.statistics.downtimes(asked, SERVICES), null), List.of());
        return Availability.of(down, this.foundations.now(), past).stream().limit(MOST).toList();
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question, T otherwise) {
        return this.stores.ask(Store.RELATIONS, question, otherwise);
    }

}
