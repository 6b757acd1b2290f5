package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreAwayException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.AlarmShares;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.metric.TimeRange;
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

    /** Counts of ten thousands of alarms take about a second of the SQL server. */
    private static final Duration AGE = Duration.ofMinutes(1);

    /** Who comes when nobody looked for longer than so many times the age waits. */
    private static final int PATIENCE = 2;

    /** What nobody asked for within this time is forgotten. */
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private static final int KEPT = 50;

    private final AlarmStatistics statistics;

    private final PolicyStore policies;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<Period, Memo<Statistics>> periods;

    private final Answers<Period, Memo<Breakdown>> breakdowns;

    private final Answers<Period, Memo<List<Availability>>> availabilities;

    Counting(AlarmStatistics statistics, PolicyStore policies, Foundations foundations, StoreWatch stores,
            Clock clock) {
        this.statistics = statistics;
        this.policies = policies;
        this.foundations = foundations;
        this.stores = stores;
        this.clock = clock;
        this.periods = new Answers<>(KEPT, KEPT_FOR, clock);
        this.breakdowns = new Answers<>(KEPT, KEPT_FOR, clock);
        this.availabilities = new Answers<>(KEPT, KEPT_FOR, clock);
    }

    Statistics statistics(Period period) {
        return answer(this.periods, period, this::count);
    }

    private Statistics count(Period period) {
        TimeRange range = period.range();
        return Statistics.of(this.statistics.raised(range, period.unit(), period.zone()),
                this.statistics.responseTimes(range), this.statistics.noisiest(range, 10), period);
    }

    Breakdown breakdown(Period period) {
        return answer(this.breakdowns, period, this::breakDown);
    }

    private Breakdown breakDown(Period period) {
        AlarmShares shares = this.statistics.shares(period.range(), period.previous().range(), MOST);
        return new Breakdown(shares.services(), shares.zones(),
                Breakdown.PolicyShare.of(shares.rules(), this.policies.alarmPolicies().valid())
                    .stream()
                    .limit(MOST)
                    .toList());
    }

    /** Services that were down, the worst first; those that are gone are left out. */
    List<Availability> availability(Period period) {
        return answer(this.availabilities, period, this::available);
    }

    private List<Availability> available(Period period) {
        Instant now = this.clock.instant();
        TimeRange whole = period.range();
        if (!whole.from().isBefore(now)) {
            return List.of();
        }
        TimeRange past = new TimeRange(whole.from(), whole.to().isBefore(now) ? whole.to() : now);
        List<Downtime> down = this.statistics.downtimes(past, SERVICES);
        return down.isEmpty() ? List.of()
                : Availability.of(down, this.foundations.now(), past).stream().limit(MOST).toList();
    }

    /**
     * Nobody but who asks first waits for what is counted: the next count is made behind
     * the pages that show the one before. While the database is away there is no answer:
     * none is not the same as nothing.
     * @throws StoreAwayException if it does not answer
     */
    private <T extends Object> T answer(Answers<Period, Memo<T>> kept, Period period, Function<Period, T> count) {
        Memo<T> fresh = Memo.behind(() -> count.apply(period), AGE, PATIENCE, this.clock);
        Memo<T> memo = kept.to(period, (asked) -> fresh, fresh);
        return this.stores.require(Store.RELATIONS, memo::get);
    }

}
