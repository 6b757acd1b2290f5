package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentEvent;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.alarm.IncidentScope;
import monitoring.storage.alarm.IncidentScope.Subject;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What every incident store does. */
abstract class IncidentStoreContract {

    private static final Instant START = AlarmStoreContract.START;

    abstract SqlStores stores();

    private IncidentStore incidents() {
        return stores().incidents();
    }

    private static Incident incident(String id, Incident.State state, Instant at, @Nullable String root) {
        return new Incident(id, "셀이 죽었습니다 10.0.1.17", Severity.FAIL, state, at,
                (state == Incident.State.RESOLVED) ? at.plusSeconds(60) : null, root, root, "cell:10.0.1.17",
                "{\"top\": [1, 2]}".repeat(8000));
    }

    @Test
    void keepsAnIncidentThroughItsLife() {
        Incident open = incidents().save(incident("", Incident.State.OPEN, START.plusNanos(250_000), null));
        assertThat(open).isEqualTo(incident(open.id(), Incident.State.OPEN, START.plusNanos(250_000), null));
        assertThat(incidents().open()).containsExactly(open);
        Incident over = incidents().save(incident(open.id(), Incident.State.RESOLVED, START, "12"));
        assertThat(incidents().find(open.id())).contains(over);
        assertThat(over.rootAlarmId()).isEqualTo("12");
        assertThat(over.assignee()).as("is not the batch's to change").isNull();
        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().find("x")).isEmpty();
    }

    @Test
    void changesWhatPeopleDecideAndNothingElse() {
        Incident open = incidents().save(incident("", Incident.State.OPEN, START, null));
        incidents().assign(open.id(), "kim");
        incidents().save(open);
        assertThat(incidents().find(open.id()).orElseThrow().assignee()).isEqualTo("kim");
        incidents().regroup(new Incident(open.id(), "other", Severity.WARNING, Incident.State.RESOLVED,
                START.minusSeconds(5), START.plusSeconds(9), "7", "lee", "other", ""));
        assertThat(incidents().find(open.id()))
            .contains(new Incident(open.id(), open.title(), Severity.WARNING, Incident.State.RESOLVED,
                    START.minusSeconds(5), START.plusSeconds(9), "7", "kim", open.groupKey(), open.snapshot()));
        incidents().assign(open.id(), null);
        assertThat(incidents().find(open.id()).orElseThrow().assignee()).isNull();
        assertThatThrownBy(() -> incidents().assign("4711", "kim")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> incidents().assign("", "kim")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void listsNewestFirst() {
        Incident first = incidents().save(incident("", Incident.State.RESOLVED, START, null));
        Incident second = incidents().save(incident("", Incident.State.OPEN, START.plusSeconds(1), null));
        assertThat(incidents().list(false, new PageRequest(0, 10)).items()).containsExactly(second, first);
        assertThat(incidents().list(true, new PageRequest(0, 10)).items()).containsExactly(second);
        assertThat(incidents().list(false, new PageRequest(1, 1)).items()).containsExactly(first);
        assertThat(incidents().list(false, new PageRequest(5, 1)).total()).isEqualTo(2);
    }

    private String kept(String title, Severity severity, Incident.State state, int second) {
        Instant at = START.plusSeconds(second);
        return incidents()
            .save(new Incident("", title, severity, state, at, (state == Incident.State.OPEN) ? null : at, null, null,
                    title, ""))
            .id();
    }

    @Test
    void findsByStateSeverityAssigneeTimeAndText() {
        String cell = kept("Cell 10%_ is down", Severity.FAIL, Incident.State.OPEN, 0);
        String disk = kept("disk full", Severity.CRITICAL, Incident.State.RESOLVED, 60);
        String load = kept("load", Severity.WARNING, Incident.State.OPEN, 120);
        incidents().assign(disk, "kim");
        stores().alarms().save(AlarmStoreContract.raised("a", Resource.CPU).inIncident(load));
        stores().alarms().save(AlarmStoreContract.raised("b", Resource.CPU).inIncident(load));
        stores().alarms().save(AlarmStoreContract.raised("c", Resource.DISK).inIncident(disk));
        Set<Incident.State> any = Set.of();
        assertThat(found(any, null, null, null, "")).containsExactly(load, disk, cell);
        assertThat(found(Set.of(Incident.State.OPEN), null, null, null, "")).containsExactly(load, cell);
        assertThat(found(Set.of(Incident.State.RESOLVED), null, null, null, "")).containsExactly(disk);
        assertThat(found(Set.of(Incident.State.values()), null, null, null, "")).hasSize(3);
        assertThat(found(any, Severity.CRITICAL, null, null, "")).containsExactly(disk, cell);
        assertThat(found(any, Severity.FAIL, null, null, "")).containsExactly(cell);
        assertThat(found(any, null, "kim", null, "")).containsExactly(disk);
        assertThat(found(any, null, "", null, "")).containsExactly(load, cell);
        TimeRange opened = new TimeRange(START, START.plusSeconds(120));
        assertThat(found(any, null, null, opened, "")).containsExactly(disk, cell);
        assertThat(found(any, null, null, null, "10%_")).containsExactly(cell);
        assertThat(found(any, null, null, null, " DISK ")).containsExactly(disk);
        assertThat(found(any, null, null, null, "Diego-Cell/b")).as("by a target").containsExactly(load);
        assertThat(found(any, null, null, null, "diego-cell/")).containsExactly(load, disk);
        assertThat(found(any, null, null, null, "#" + cell)).contains(cell);
        assertThat(found(any, null, null, null, "nowhere")).isEmpty();
        assertThat(incidents().search(query(any, null, null, null, "nowhere").orTitled(Set.of("no_such", "CELL 10%_")))
            .items()).extracting(Incident::id).containsExactly(cell);
        assertThat(found(Set.of(Incident.State.OPEN), Severity.WARNING, "", opened, "cell")).containsExactly(cell);
        stores().sql().sql("update alarms set target_id = null where target_name = 'diego-cell/c'").update();
        assertThat(found(any, null, null, null, "diego-cell/c")).as("as PaaS-TA writes it").containsExactly(disk);
        PageRequest two = PageRequest.first(1);
        PageOf<Incident> first = incidents().search(query(any, Severity.CRITICAL, null, null, "").at(two));
        assertThat(first.total()).isEqualTo(2);
        assertThat(
                incidents().search(query(any, Severity.CRITICAL, null, null, "").at(two.after(first.next()))).items())
            .extracting(Incident::id)
            .containsExactly(cell);
    }

    private static IncidentQuery query(Set<Incident.State> states, @Nullable Severity least, @Nullable String assignee,
            @Nullable TimeRange opened, String text) {
        return new IncidentQuery(states, least, assignee, opened, text, Set.of(), PageRequest.first(10));
    }

    private List<String> found(Set<Incident.State> states, @Nullable Severity least, @Nullable String assignee,
            @Nullable TimeRange opened, String text) {
        return incidents().search(query(states, least, assignee, opened, text))
            .items()
            .stream()
            .map(Incident::id)
            .toList();
    }

    @Test
    void tellsWhatAnIncidentIsAboutWithoutAllOfIt() {
        String id = incidents().save(incident("", Incident.State.OPEN, START, null)).id();
        Alarm over = stores().alarms()
            .save(AlarmStoreContract.resolved(AlarmStoreContract.raised("a", Resource.CPU).inIncident(id), START));
        Alarm later = stores().alarms()
            .save(AlarmStoreContract
                .raised(AlarmStoreContract.app(Origin.CONTAINER, "g", 1), Resource.CPU, START.plusSeconds(60))
                .inIncident(id));
        Alarm open = stores().alarms().save(AlarmStoreContract.raised("b", Resource.CPU).inIncident(id));
        assertThat(incidents().scope(id)).isEqualTo(new IncidentScope(2, 2, 3,
                List.of(new Subject("cf", "", "diego-cell/a"), new Subject("org / space", "g", "spring-music/1"))));
        assertThat(incidents().alarms(id, 10)).containsExactly(open, later, over);
        assertThat(incidents().alarms(id, 2)).containsExactly(open, later);
        for (Alarm alarm : List.of(over, later, open)) {
            stores().alarms()
                .append(new AlarmEvent(alarm.id(), AlarmEvent.Type.RAISED, Severity.CRITICAL, 91, "system",
                        alarm.progress().startedAt(), ""));
        }
        assertThat(incidents().events(id, 2)).extracting((one) -> one.event().alarmId(), IncidentEvent::target)
            .containsExactly(tuple(later.id(), "spring-music/1"), tuple(open.id(), "diego-cell/b"));
        assertThat(incidents().scope("x")).isEqualTo(new IncidentScope(0, 0, 0, List.of()));
        assertThat(incidents().alarms("x", 10)).isEmpty();
        stores().alarms().save(open.withState(AlarmState.ACKNOWLEDGED));
        assertThat(incidents().scope(id)).extracting(IncidentScope::raised, IncidentScope::open).containsExactly(1, 2);
        assertThat(incidents().events("4711", 10)).isEmpty();
    }

    @Test
    void keepsWhatPeopleDid() {
        Incident incident = incidents().save(incident("", Incident.State.OPEN, START, null));
        Alarm alarm = stores().alarms().save(AlarmStoreContract.raised("a", Resource.CPU).inIncident(incident.id()));
        IncidentAction action = incidents()
            .save(new IncidentAction("", alarm.id(), "재시작 \"따옴표\"\n둘째 줄 <b> 👍", "admin", START, null));
        assertThat(incidents().actions(incident.id())).containsExactly(action);
        assertThat(action.description()).isEqualTo("재시작 \"따옴표\"\n둘째 줄 <b> 👍");
        IncidentAction edited = incidents()
            .save(new IncidentAction(action.id(), alarm.id(), "done", "admin", START, START.plusSeconds(9)));
        assertThat(incidents().actionsOfAlarm(alarm.id())).containsExactly(edited);
        assertThat(edited.editedAt()).isEqualTo(START.plusSeconds(9));
        IncidentAction atOnce = incidents()
            .save(new IncidentAction(action.id(), alarm.id(), "done", "admin", START, START.plusMillis(20)));
        assertThat(atOnce.editedAt()).as("edited within its first second").isEqualTo(START.plusSeconds(1));
        incidents().deleteAction(action.id());
        assertThat(incidents().actions(incident.id())).isEmpty();
    }

}
