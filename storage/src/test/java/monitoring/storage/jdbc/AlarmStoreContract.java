package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.AppAlarms;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every alarm store does. */
abstract class AlarmStoreContract {

    static final Instant START = Instant.parse("2026-11-20T14:59:30Z");

    abstract SqlStores stores();

    private AlarmStore alarms() {
        return stores().alarms();
    }

    static Alarm pending(String target, Resource resource) {
        return new Alarm("", vm(target), resource, Severity.WARNING, AlarmState.PENDING,
                new Alarm.Reading(86.25, 85, START), Alarm.Progress.startedAt(START), null);
    }

    static Alarm raised(String target, Resource resource) {
        return raised(vm(target), resource, START);
    }

    static Alarm raised(AlarmTarget target, Resource resource, Instant at) {
        return new Alarm("", target, resource, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(91.5, 90, at),
                new Alarm.Progress(at, at.plusSeconds(30), null, null, null, 2, 0, null), null);
    }

    static AlarmTarget vm(String id) {
        return new AlarmTarget(Origin.VM, id, "diego-cell/" + id, "10.0.1.17", "cf", "z1", "");
    }

    static AlarmTarget app(Origin origin, String guid, int index) {
        return new AlarmTarget(origin, guid + "/" + index, "spring-music/" + index, "10.0.1.17", "org / space", "z1",
                guid);
    }

    private static Alarm withId(Alarm alarm, String id) {
        return new Alarm(id, alarm.target(), alarm.resource(), alarm.severity(), alarm.state(), alarm.reading(),
                alarm.progress(), alarm.incidentId());
    }

    static Alarm resolved(Alarm alarm, Instant at) {
        Alarm.Progress of = alarm.progress();
        return alarm.withState(AlarmState.RESOLVED)
            .withProgress(new Alarm.Progress(of.startedAt(), of.raisedAt(), of.acknowledgedAt(), at, "system",
                    of.breaches(), of.inRow(), of.notifiedAt()));
    }

    @Test
    void keepsAnAlarmThroughItsLife() {
        Alarm pending = alarms().save(pending("a", Resource.CPU));
        assertThat(pending.id()).isNotEmpty();
        assertThat(alarms().find(pending.id())).contains(pending);
        Alarm raised = alarms().save(pending.withState(AlarmState.RAISED)
            .withSeverity(Severity.CRITICAL)
            .withReading(new Alarm.Reading(95.125, 90, START.plusSeconds(60)))
            .withProgress(
                    new Alarm.Progress(START, START.plusSeconds(60), null, null, null, 2, 0, START.plusSeconds(61))));
        assertThat(raised.id()).isEqualTo(pending.id());
        assertThat(raised.progress().raisedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(alarms().find(raised.id())).contains(raised);
        Alarm acknowledged = alarms().save(raised.withState(AlarmState.ACKNOWLEDGED)
            .withProgress(new Alarm.Progress(START, START.plusSeconds(60), START.plusSeconds(90), null, null, 3, 1,
                    START.plusSeconds(61))));
        assertThat(alarms().open()).containsExactly(acknowledged);
        Alarm resolved = alarms().save(resolved(acknowledged, START.plusSeconds(120)));
        assertThat(alarms().open()).isEmpty();
        assertThat(alarms().find(resolved.id())).contains(resolved);
        assertThat(resolved.progress().resolvedAt()).isEqualTo(START.plusSeconds(120));
        assertThat(resolved.progress().resolvedBy()).isEqualTo("system");
    }

    @Test
    void keepsTimesInWholeSeconds() {
        Alarm kept = alarms().save(raised(vm("a"), Resource.CPU, START.plusNanos(999_999_999)));
        assertThat(kept).isEqualTo(withId(raised("a", Resource.CPU), kept.id()));
        assertThat(alarms().find(kept.id())).contains(kept);
    }

    @Test
    void hidesWhatIsOnlyPendingFromReadersOfPaaSTa() {
        alarms().save(pending("a", Resource.CPU));
        assertThat(stores().sql().sql("select count(*) from alarms").query(Long.class).single()).isZero();
    }

    @Test
    void writesWhatReadersOfPaaSTaLookFor() {
        stores().inventory().replaceVirtualMachines("d", List.of(InventoryStoreContract.machine("a", "z1", 0)), START);
        Alarm alarm = alarms().save(raised("a", Resource.MEMORY));
        assertThat(row(alarm)).isEqualTo("pas memory critical 10.0.1.17 N 1 2");
        assertThat(stores().sql()
            .sql("select v.guid from alarms a join vms v on v.id = a.origin_id where a.id = ?")
            .param(Long.valueOf(alarm.id()))
            .query(String.class)
            .single()).isEqualTo("a");
        alarms().save(resolved(alarm, START.plusSeconds(300)));
        assertThat(row(alarm)).isEqualTo("pas memory critical 10.0.1.17 N 3 2");
        Alarm director = alarms()
            .save(raised(new AlarmTarget(Origin.BOSH, "bosh-1", "bosh", "10.0.0.6", "", "", ""), Resource.CPU, START));
        assertThat(stores().sql()
            .sql("select origin_id from alarms where id = ?")
            .param(Long.valueOf(director.id()))
            .query(Integer.class)
            .single()).isEqualTo(9999);
    }

    private String row(Alarm alarm) {
        return stores().sql()
            .sql("""
                    select concat(origin_type, ' ', alarm_type, ' ', level, ' ', ip, ' ', app_yn, ' ', resolve_status,
                    ' ', alarm_cnt) from alarms where id = ?""")
            .param(Long.valueOf(alarm.id()))
            .query(String.class)
            .single();
    }

    @Test
    void showsAlarmsOfAppsToTheUserPortal() {
        Alarm alarm = alarms().save(raised(app(Origin.APP, "guid-1", 3), Resource.MEMORY, START));
        String sql = """
                select concat(app_guid, ' ', app_idx, ' ', resource_type, ' ', alarm_level, ' ', app_name, ' ',
                terminate_yn) from app_alarm_histories""";
        assertThat(stores().sql().sql(sql).query(String.class).list())
            .containsExactly("guid-1 3 memory critical spring-music N");
        alarms().save(resolved(alarm.withSeverity(Severity.WARNING), START.plusSeconds(300)));
        assertThat(stores().sql().sql(sql).query(String.class).list())
            .containsExactly("guid-1 3 memory warning spring-music Y");
    }

    @Test
    void doesNotTellTheUserPortalAgainWhatItDeleted() {
        AppAlarms told = new JdbcAppAlarms(stores().database());
        Alarm alarm = alarms().save(raised(app(Origin.APP, "guid-1", 3), Resource.MEMORY, START));
        alarms().save(raised(app(Origin.APP, "guid-2", 0), Resource.CPU, START));
        assertThat(told.forget("guid-1")).isOne();
        assertThat(told.forget("guid-1")).isZero();
        alarms().save(resolved(alarm, START.plusSeconds(300)));
        assertThat(stores().sql().sql("select app_guid from app_alarm_histories").query(String.class).list())
            .containsExactly("guid-2");
        assertThat(alarms().find(alarm.id())).map(Alarm::state).contains(AlarmState.RESOLVED);
    }

    @Test
    void forgetsAPendingAlarmThatCameToNothing() {
        Alarm pending = alarms().save(pending("a", Resource.CPU));
        alarms().delete(pending.id());
        assertThat(alarms().find(pending.id())).isEmpty();
        assertThat(alarms().save(pending("a", Resource.CPU)).id()).isNotEqualTo(pending.id());
    }

    @Test
    void deletesNothingThatWasRaised() {
        Alarm raised = alarms().save(raised("a", Resource.CPU));
        alarms().delete(raised.id());
        assertThat(alarms().find(raised.id())).contains(raised);
    }

    @Test
    void takesPartInTheTransactionOfTheCaller() {
        stores().transactions().executeWithoutResult((status) -> {
            alarms().save(raised("a", Resource.CPU));
            status.setRollbackOnly();
        });
        assertThat(alarms().open()).isEmpty();
        alarms().save(raised("a", Resource.CPU));
    }

    @Test
    void findsNothingByAnIdThatIsNone() {
        assertThat(alarms().find("4711")).isEmpty();
        assertThat(alarms().find("x")).isEmpty();
        assertThat(alarms().lock("x")).isEmpty();
        assertThat(alarms().events("x")).isEmpty();
        assertThat(alarms().ofIncident("x")).isEmpty();
        alarms().delete("x");
    }

    @Test
    void findsTheAlarmsOfAnIncidentAndThoseThatWereResolved() {
        Alarm first = alarms().save(raised("a", Resource.CPU).inIncident("7"));
        alarms().save(raised("b", Resource.CPU));
        assertThat(alarms().ofIncident("7")).containsExactly(first);
        Alarm over = alarms().save(resolved(first, START.plusSeconds(100)));
        assertThat(alarms().resolvedSince(START.plusSeconds(100))).containsExactly(over);
        assertThat(alarms().resolvedSince(START.plusSeconds(101))).isEmpty();
    }

    @Test
    void tellsWhatHappenedToAnAlarm() {
        Alarm alarm = alarms().save(raised("a", Resource.CPU));
        AlarmEvent raised = new AlarmEvent(alarm.id(), AlarmEvent.Type.RAISED, Severity.CRITICAL, 91.5,
                AlarmEvent.SYSTEM, START.plusNanos(123_456_000), "");
        AlarmEvent seen = new AlarmEvent(alarm.id(), AlarmEvent.Type.ACKNOWLEDGED, Severity.CRITICAL, 91.5, "관리자",
                START.plusSeconds(5), "확인했습니다 👍");
        alarms().append(raised);
        alarms().append(seen);
        assertThat(alarms().events(alarm.id())).containsExactly(raised, seen);
    }

    @Test
    void leavesRowsOfOtherProgramsAlone() {
        stores().sql().sql("""
                insert into alarms (origin_type, origin_id, alarm_type, level, app_yn, alarm_title, alarm_message,
                resolve_status) values ('ias', 1, 'cpu', 'warning', 'N', '', '', '1'),
                ('pas', 12, 'cpu', 'warning', 'N', 't', 'm', '1'),
                ('pas', 12, 'cpu', 'critical', 'N', 't', 'm', '1'),
                ('pas', 13, 'cpu', 'nonsense', 'N', 't', 'm', '9')""").update();
        assertThat(alarms().open()).singleElement().satisfies((alarm) -> {
            assertThat(alarm.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alarm.target().id()).isEqualTo("pas:12");
        });
        assertThat(alarms()
            .search(new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, "", new PageRequest(0, 10)))
            .total()).isEqualTo(2);
        Alarm taken = alarms().save(alarms().open().get(0).withState(AlarmState.ACKNOWLEDGED));
        assertThat(alarms().find(taken.id())).contains(taken);
    }

}
