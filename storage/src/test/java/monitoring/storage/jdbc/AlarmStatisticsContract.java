package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmCount;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmShare;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.NoisyTarget;
import monitoring.storage.alarm.ResponseTimes;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static monitoring.storage.jdbc.AlarmStoreContract.app;
import static monitoring.storage.jdbc.AlarmStoreContract.pending;
import static monitoring.storage.jdbc.AlarmStoreContract.raised;
import static monitoring.storage.jdbc.AlarmStoreContract.resolved;
import static monitoring.storage.jdbc.AlarmStoreContract.vm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How alarms are counted. */
abstract class AlarmStatisticsContract {

    /** Alarms of {@link AlarmStoreContract#raised} are raised half a minute later. */
    private static final Instant NOON = Instant.parse("2026-11-20T11:59:30Z");

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final TimeRange WEEK = TimeRange.before(NOON.plus(Duration.ofDays(4)), Duration.ofDays(7));

    abstract SqlStores stores();

    private Alarm raise(String target, Resource resource, Duration after) {
        return stores().alarms().save(raised(vm(target), resource, NOON.plus(after)));
    }

    @Test
    void countsWhatIsOpenByKind() {
        raise("a", Resource.CPU, Duration.ZERO);
        raise("b", Resource.CPU, Duration.ofHours(1));
        stores().alarms()
            .save(raised(app(Origin.CONTAINER, "g", 0), Resource.CPU, NOON).withSeverity(Severity.WARNING));
        stores().alarms().save(pending("c", Resource.CPU));
        stores().alarms().save(resolved(raise("d", Resource.CPU, Duration.ZERO), NOON.plusSeconds(60)));
        assertThat(stores().statistics().open()).containsExactlyInAnyOrder(
                new AlarmCount(NOON.plusSeconds(30), Origin.CONTAINER, Resource.CPU, Severity.WARNING, 1),
                new AlarmCount(NOON.plusSeconds(30), Origin.VM, Resource.CPU, Severity.CRITICAL, 2));
    }

    @Test
    void countsDaysInTheZoneOfTheReader() {
        raise("a", Resource.CPU, Duration.ofHours(2)); // 23:00 in Seoul
        raise("b", Resource.CPU, Duration.ofHours(4)); // 01:00 on the 21st in Seoul
        raise("c", Resource.CPU, Duration.ofHours(5));
        raise("d", Resource.DISK, Duration.ofHours(5));
        assertThat(stores().statistics().raised(WEEK, ChronoUnit.DAYS, SEOUL)).containsExactly(
                count("2026-11-19T15:00:00Z", Resource.CPU, 1), count("2026-11-20T15:00:00Z", Resource.CPU, 2),
                count("2026-11-20T15:00:00Z", Resource.DISK, 1));
        assertThat(stores().statistics().raised(WEEK, ChronoUnit.DAYS, ZoneOffset.UTC)).containsExactly(
                count("2026-11-20T00:00:00Z", Resource.CPU, 3), count("2026-11-20T00:00:00Z", Resource.DISK, 1));
        assertThat(stores().statistics().raised(WEEK, ChronoUnit.MONTHS, SEOUL))
            .contains(count("2026-10-31T15:00:00Z", Resource.CPU, 3));
        assertThat(stores().statistics().raised(WEEK, ChronoUnit.HOURS, ZoneId.of("Asia/Kathmandu")))
            .contains(count("2026-11-20T13:15:00Z", Resource.CPU, 1));
    }

    private static AlarmCount count(String start, Resource resource, long count) {
        return new AlarmCount(Instant.parse(start), Origin.VM, resource, Severity.CRITICAL, count);
    }

    @Test
    void leavesOutTheEndOfTheRange() {
        raise("a", Resource.CPU, Duration.ZERO);
        Instant raisedAt = NOON.plusSeconds(30);
        assertThat(
                stores().statistics().raised(TimeRange.before(raisedAt, Duration.ofHours(1)), ChronoUnit.DAYS, SEOUL))
            .isEmpty();
        assertThat(stores().alarms().ofTarget("a", TimeRange.before(raisedAt, Duration.ofHours(1)))).isEmpty();
        assertThat(stores().alarms().ofTarget("a", new TimeRange(raisedAt, raisedAt.plusSeconds(1)))).hasSize(1);
        assertThat(stores().alarms().ofTarget("b", WEEK)).isEmpty();
        assertThat(stores().alarms().ofTargets(Set.of("a", "b"), new TimeRange(raisedAt, raisedAt.plusSeconds(1))))
            .isEqualTo(stores().alarms().ofTarget("a", new TimeRange(raisedAt, raisedAt.plusSeconds(1))));
        assertThat(stores().alarms().ofTargets(Set.of("b"), WEEK)).isEmpty();
        assertThat(stores().alarms().ofTargets(Set.of(), WEEK)).isEmpty();
    }

    @Test
    void tellsHowLongItTook() {
        assertThat(stores().statistics().responseTimes(WEEK)).isEqualTo(new ResponseTimes(0, 0, null, 0, null));
        Instant raisedAt = NOON.plusSeconds(30);
        stores().alarms().save(resolved(raise("a", Resource.CPU, Duration.ZERO), raisedAt.plusSeconds(100)));
        stores().alarms().save(resolved(raise("b", Resource.CPU, Duration.ZERO), raisedAt.plusSeconds(300)));
        Alarm seen = raise("c", Resource.CPU, Duration.ZERO);
        stores().alarms()
            .save(seen.withState(AlarmState.ACKNOWLEDGED)
                .withProgress(new Alarm.Progress(NOON, raisedAt, raisedAt.plusSeconds(40), null, null, 1, 0, null)));
        assertThat(stores().statistics().responseTimes(WEEK))
            .isEqualTo(new ResponseTimes(3, 1, Duration.ofSeconds(40), 2, Duration.ofSeconds(200)));
    }

    @Test
    void namesWhatIsNoisiest() {
        for (int i = 0; i < 3; i++) {
            stores().alarms().save(resolved(raise("a", Resource.CPU, Duration.ofMinutes(i)), NOON.plusSeconds(60)));
        }
        raise("b", Resource.CPU, Duration.ofMinutes(1));
        raise("c", Resource.CPU, Duration.ofMinutes(2));
        List<NoisyTarget> noisiest = stores().statistics().noisiest(WEEK, 2);
        assertThat(noisiest).containsExactly(new NoisyTarget(vm("a"), Resource.CPU, 3),
                new NoisyTarget(vm("c"), Resource.CPU, 1));
    }

    @Test
    void comparesServicesZonesAndPoliciesWithThePeriodBefore() {
        TimeRange before = TimeRange.before(WEEK.from(), Duration.ofDays(7));
        raise("a", Resource.CPU, Duration.ZERO);
        raise("b", Resource.CPU, Duration.ofHours(1));
        raise("c", Resource.DISK, Duration.ofDays(-6));
        stores().alarms().save(raised(app(Origin.CONTAINER, "g", 0), Resource.CPU, NOON));
        raise("e", Resource.CPU, Duration.ofDays(-30));
        assertThat(stores().statistics().shares(WEEK, before, 9).services()).containsExactly(
                new AlarmShare("cf / diego-cell", 2, 1), new AlarmShare("org / space / spring-music", 1, 0));
        assertThat(stores().statistics().shares(WEEK, before, 1).services()).hasSize(1);
        assertThat(stores().statistics().shares(WEEK, before, 9).zones()).containsExactly(new AlarmShare("z1", 3, 1));
        assertThat(stores().statistics().shares(WEEK, before, 9).rules()).containsExactly(
                new RuleShare(Origin.CONTAINER, Resource.CPU, "org / space", 1, 0),
                new RuleShare(Origin.VM, Resource.CPU, "cf", 2, 0),
                new RuleShare(Origin.VM, Resource.DISK, "cf", 0, 1));
    }

    @Test
    void addsUpHowLongAServiceWasDown() {
        Instant end = NOON.plus(Duration.ofHours(1));
        TimeRange hour = new TimeRange(NOON, end);
        fail(vm("a"), NOON.minusSeconds(600), NOON.plusSeconds(60));
        fail(vm("b"), NOON.plusSeconds(100), NOON.plusSeconds(130));
        fail(vm("c"), end.minusSeconds(10), null);
        fail(vm("d"), NOON.minusSeconds(600), NOON.minusSeconds(300));
        fail(new AlarmTarget(Origin.CONTAINER, "g/0", "web[0]", "", "org / space", "z1", "g"), NOON,
                NOON.plusSeconds(5));
        raise("e", Resource.CPU, Duration.ZERO);
        assertThat(stores().statistics().downtimes(hour, 9)).containsExactly(
                new Downtime(Origin.VM, "cf / diego-cell", Duration.ofSeconds(100)),
                new Downtime(Origin.CONTAINER, "org / space / web", Duration.ofSeconds(5)));
    }

    private void fail(AlarmTarget target, Instant from, @Nullable Instant to) {
        Alarm down = raised(target, Resource.HEARTBEAT, from).withSeverity(Severity.FAIL);
        Alarm kept = stores().alarms().save(down);
        if (to != null) {
            stores().alarms().save(resolved(kept, to));
        }
    }

    @Test
    void forgetsWhatWasOverLongAgo() {
        Instant over = NOON.plusSeconds(60);
        Incident incident = stores().incidents()
            .save(new Incident("", "t", Severity.CRITICAL, Incident.State.RESOLVED, NOON, over, null, null, "k", ""));
        Alarm old = stores().alarms()
            .save(resolved(raise("a", Resource.CPU, Duration.ZERO), over).inIncident(incident.id()));
        stores().alarms()
            .append(new AlarmEvent(old.id(), AlarmEvent.Type.RAISED, Severity.CRITICAL, 91, "system", NOON, ""));
        stores().incidents().save(new IncidentAction("", old.id(), "restarted", "kim", NOON, null));
        Alarm open = raise("b", Resource.CPU, Duration.ZERO);
        Alarm later = stores().alarms().save(resolved(raise("c", Resource.CPU, Duration.ZERO), over.plusSeconds(1)));
        assertThat(stores().history().forgetBefore(over, () -> true)).isZero();
        assertThat(stores().history().forgetBefore(over.plusSeconds(1), () -> false)).isZero();
        long names = names();
        assertThat(stores().history().forgetBefore(over.plusSeconds(1), () -> true)).isOne();
        assertThat(names()).as("were written now, which is later").isEqualTo(names);
        assertThat(stores().history().forgetBefore(SqlStores.NOW.plusSeconds(1), () -> true)).isOne();
        assertThat(names()).as("of what is left").isOne();
        assertThat(stores().alarms().find(old.id())).isEmpty();
        assertThat(stores().alarms().events(old.id())).isEmpty();
        assertThat(stores().incidents().actionsOfAlarm(old.id())).isEmpty();
        assertThat(stores().incidents().find(incident.id())).isEmpty();
        assertThat(stores().alarms().find(open.id())).contains(open);
        assertThat(stores().alarms().find(later.id())).isEmpty();
    }

    private long names() {
        return stores().sql().sql("select count(*) from alarm_names").query(Long.class).single();
    }

    /** PaaS-TA's statistics left out what was down. */
    @Test
    void countsFailuresAsWell() {
        Alarm down = stores().alarms().save(raised(vm("a"), Resource.HEARTBEAT, NOON).withSeverity(Severity.FAIL));
        assertThat(stores().statistics().open()).extracting(AlarmCount::severity, AlarmCount::count)
            .containsExactly(tuple(Severity.FAIL, 1L));
        stores().alarms().save(resolved(down, NOON.plusSeconds(60)));
        assertThat(stores().statistics().raised(WEEK, ChronoUnit.DAYS, SEOUL))
            .extracting(AlarmCount::severity, AlarmCount::count)
            .containsExactly(tuple(Severity.FAIL, 1L));
    }

    @Test
    void describesAnAlarmToReadersOfPaasTaInItsWords() {
        Alarm alarm = stores().alarms()
            .save(raised(app(Origin.APP, "g", 0), Resource.MEMORY, NOON).withSeverity(Severity.WARNING)
                .withReading(new Alarm.Reading(84.126, 80, NOON)));
        assertThat(said("alarms")).isEqualTo(said("app_alarm_histories")).isEqualTo("""
                spring-music[0] App의 memory 상태 - warning|spring-music[0] memory의 상태warning
                memory 의 임계치인80%를 초과하였습니다.\s
                 현재 사용률 [84.13]% 입니다.""");
        Alarm worse = stores().alarms()
            .save(alarm.withSeverity(Severity.CRITICAL).withReading(new Alarm.Reading(95, 90, NOON)));
        assertThat(said("alarms")).isEqualTo(said("app_alarm_histories"))
            .startsWith("spring-music[0] App의 memory 상태 - critical|")
            .contains("임계치인90%", "[95.00]%");
        stores().alarms().save(resolved(worse.withReading(new Alarm.Reading(20, 90, NOON)), NOON.plusSeconds(60)));
        assertThat(said("alarms")).isEqualTo(said("app_alarm_histories")).contains("[95.00]%");
    }

    @Test
    void describesVmsAndContainersToReadersOfPaasTa() {
        Alarm pending = stores().alarms().save(AlarmStoreContract.pending("3", Resource.CPU));
        stores().alarms().save(AlarmRows.withId(raised(vm("3"), Resource.CPU, NOON), pending.id()));
        assertThat(said("alarms")).startsWith("[diego-cell/3]의 cpu 상태 [critical]|diego-cell/3 cpu의 상태critical\n");
        stores().alarms().save(raised(vm("4"), Resource.HEARTBEAT, NOON).withSeverity(Severity.FAIL));
        stores().alarms().save(raised(app(Origin.CONTAINER, "g", 1), Resource.DISK, NOON));
        assertThat(stores().sql().sql("select alarm_title from alarms order by id").query(String.class).list())
            .containsExactly("[diego-cell/3]의 cpu 상태 [critical]", "[diego-cell/4]가 다운되었습니다.",
                    "spring-music[1] App 상태 Critical.");
    }

    private String said(String table) {
        return stores().sql()
            .sql("select concat(alarm_title, '|', alarm_message) from " + table)
            .query(String.class)
            .single();
    }

}
