package monitoring.batch.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.batch.report.WeekFigures.NoisyPolicy;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmCount;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/** Reckons the figures of a week from alarms, incidents and the inventory. */
final class Figures {

    private static final int PAGE = 500;

    private static final int NOISIEST = 5;

    /** A machine that was down for longer before the week began is not looked for. */
    private static final Duration DOWN_BEFORE = Duration.ofDays(30);

    private final AlarmStore alarms;

    private final AlarmStatistics statistics;

    private final IncidentStore incidents;

    private final InventoryStore inventory;

    Figures(AlarmStore alarms, AlarmStatistics statistics, IncidentStore incidents, InventoryStore inventory) {
        this.alarms = alarms;
        this.statistics = statistics;
        this.incidents = incidents;
        this.inventory = inventory;
    }

    WeekFigures of(TimeRange week, ZoneId zone) {
        int machines = this.inventory.virtualMachines().size();
        Duration downtime = downtime(week);
        double all = (double) week.length().toSeconds() * machines;
        double available = (machines == 0) ? 100 : Math.max(0, 100 * (1 - downtime.toSeconds() / all));
        TimeRange before = TimeRange.before(week.from(), week.length());
        List<Incident> opened = openedSince(before.from());
        return new WeekFigures(week, machines, available, downtime, within(opened, week), within(opened, before),
                this.statistics.responseTimes(week), policies(week, zone), this.statistics.noisiest(week, NOISIEST));
    }

    /** The part within the week of the time in which VMs were silent. */
    private Duration downtime(TimeRange week) {
        Duration sum = Duration.ZERO;
        TimeRange raised = new TimeRange(week.from().minus(DOWN_BEFORE), week.to());
        Cursor place = null;
        do {
            PageOf<Alarm> page = silent(raised, place);
            for (Alarm alarm : page.items()) {
                sum = sum.plus(overlap(alarm, week));
            }
            place = page.next();
        }
        while (place != null);
        return sum;
    }

    private PageOf<Alarm> silent(TimeRange raised, @Nullable Cursor place) {
        return this.alarms.search(new AlarmQuery(Set.of(Origin.VM), Set.of(Resource.HEARTBEAT), Set.of(Severity.FAIL),
                Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED), raised, "",
                PageRequest.first(PAGE).after(place).uncounted()));
    }

    private static Duration overlap(Alarm alarm, TimeRange week) {
        Instant begin = later(alarm.progress().startedAt(), week.from());
        Instant over = alarm.progress().resolvedAt();
        Instant end = (over != null && over.isBefore(week.to())) ? over : week.to();
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Incident> openedSince(Instant since) {
        List<Incident> opened = new ArrayList<>();
        Cursor place = null;
        do {
            PageOf<Incident> page = this.incidents.list(false, PageRequest.first(PAGE).after(place).uncounted());
            for (Incident incident : page.items()) {
                if (incident.openedAt().isBefore(since)) {
                    return opened;
                }
                opened.add(incident);
            }
            place = page.next();
        }
        while (place != null);
        return opened;
    }

    private static int within(List<Incident> opened, TimeRange range) {
        return (int) opened.stream().filter((incident) -> range.contains(incident.openedAt())).count();
    }

    private List<NoisyPolicy> policies(TimeRange week, ZoneId zone) {
        Map<String, NoisyPolicy> policies = new LinkedHashMap<>();
        for (AlarmCount count : this.statistics.raised(week, ChronoUnit.DAYS, zone)) {
            policies.merge(count.origin() + " " + count.resource(),
                    new NoisyPolicy(count.origin(), count.resource(), count.count()),
                    (one, other) -> new NoisyPolicy(one.origin(), one.resource(), one.count() + other.count()));
        }
        return policies.values()
            .stream()
            .sorted(Comparator.comparingLong(NoisyPolicy::count).reversed())
            .limit(NOISIEST)
            .toList();
    }

}
