package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmShares;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.InvalidCursorException;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static monitoring.storage.jdbc.AlarmStoreContract.START;
import static monitoring.storage.jdbc.AlarmStoreContract.app;
import static monitoring.storage.jdbc.AlarmStoreContract.pending;
import static monitoring.storage.jdbc.AlarmStoreContract.raised;
import static monitoring.storage.jdbc.AlarmStoreContract.vm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How every alarm store is searched. */
abstract class AlarmSearchContract {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    abstract SqlStores stores();

    private AlarmStore alarms() {
        return stores().alarms();
    }

    @Test
    void searchesNewestFirstByPage() {
        for (int i = 0; i < 7; i++) {
            alarms().save(raised(vm("vm-" + i), Resource.CPU, START.plusSeconds(i * 60)));
        }
        alarms().save(pending("vm-9", Resource.CPU));
        AlarmQuery query = query(Set.of(), "", new PageRequest(1, 3));
        assertThat(alarms().search(query).total()).isEqualTo(7);
        assertThat(alarms().search(query).items()).extracting((alarm) -> alarm.target().id())
            .containsExactly("vm-3", "vm-2", "vm-1");
        assertThat(alarms().search(query(Set.of(AlarmState.PENDING), "", FIRST)).items())
            .extracting((alarm) -> alarm.target().id())
            .containsExactly("vm-9");
        assertThat(alarms().search(query(EnumSet.allOf(AlarmState.class), "", FIRST)).total()).isEqualTo(8);
    }

    @Test
    void findsThoseOfAZoneAndOfAServiceAsStatisticsNameThem() {
        Alarm vm = alarms().save(raised(vm("a"), Resource.CPU, START));
        Alarm app = alarms()
            .save(raised(AlarmStoreContract.app(Origin.CONTAINER, "g", 1), Resource.CPU, START.plusSeconds(60)));
        AlarmQuery all = query(Set.of(), "", FIRST);
        String zone = vm.target().zone();
        assertThat(alarms().search(all.within(zone, "")).items()).contains(vm);
        assertThat(alarms().search(all.within("no such zone", "")).items()).isEmpty();
        AlarmShares shares = stores().statistics()
            .shares(TimeRange.before(START.plusSeconds(3600), Duration.ofHours(2)),
                    TimeRange.before(START, Duration.ofMinutes(1)), 10);
        assertThat(shares.services()).isNotEmpty().allSatisfy((share) -> {
            List<Alarm> found = alarms().search(all.within("", share.name())).items();
            assertThat(found).as(share.name()).hasSize((int) share.count());
        });
        assertThat(alarms().search(all.within("", "org / space / spring-music")).items()).containsExactly(app);
        assertThat(alarms().count(all.within(zone, "cf / diego-cell")).count()).isEqualTo(1);
        assertThat(alarms().search(all.within("", "cf / diego")).items()).isEmpty();
    }

    private static AlarmQuery query(Set<AlarmState> states, String text, PageRequest page) {
        return new AlarmQuery(Set.of(), Set.of(), Set.of(), states, null, text, page);
    }

    @Test
    void findsInTheOrderThatIsAskedFor() {
        alarms().save(raised(vm("c"), Resource.CPU, START));
        alarms().save(raised(vm("a"), Resource.MEMORY, START.plusSeconds(60)));
        alarms().save(raised(vm("b"), Resource.CPU, START.plusSeconds(120)).withState(AlarmState.ACKNOWLEDGED));
        assertThat(ordered(AlarmOrder.By.RAISED, true)).containsExactly("b", "a", "c");
        assertThat(ordered(AlarmOrder.By.RAISED, false)).containsExactly("c", "a", "b");
        assertThat(ordered(AlarmOrder.By.RESOURCE, false)).containsExactly("b", "c", "a");
        assertThat(ordered(AlarmOrder.By.RESOURCE, true)).containsExactly("a", "b", "c");
        assertThat(ordered(AlarmOrder.By.STATE, true)).containsExactly("b", "a", "c");
        for (AlarmOrder.By by : AlarmOrder.By.values()) {
            List<String> whole = ordered(by, false);
            List<String> pages = new ArrayList<>();
            for (int page = 0; page < 3; page++) {
                pages.addAll(targets(query(Set.of(), "", new PageRequest(page, 1)).in(new AlarmOrder(by, false))));
            }
            assertThat(pages).as(by.name()).isEqualTo(whole);
        }
    }

    @Test
    void findsTheWorstFirstAndTheNewestOfThoseThatAreAsBad() {
        Severity[] severities = { Severity.WARNING, Severity.FAIL, Severity.CRITICAL };
        for (int i = 0; i < 9; i++) {
            Alarm alarm = raised(vm("vm-" + i), Resource.CPU, START.plusSeconds(i / 2 * 60));
            alarms().save(alarm.withSeverity(severities[i % 3]));
        }
        List<String> worst = List.of("vm-7", "vm-4", "vm-1", "vm-8", "vm-5", "vm-2", "vm-6", "vm-3", "vm-0");
        assertThat(ordered(AlarmOrder.By.SEVERITY, true)).containsExactlyElementsOf(worst);
        assertThat(ordered(AlarmOrder.By.SEVERITY, false)).containsExactly("vm-6", "vm-3", "vm-0", "vm-8", "vm-5",
                "vm-2", "vm-7", "vm-4", "vm-1");
        AlarmQuery query = query(Set.of(), "", FIRST).in(new AlarmOrder(AlarmOrder.By.SEVERITY, true));
        assertThat(targets(query.at(new PageRequest(1, 4)))).isEqualTo(worst.subList(4, 8));
        PageOf<Alarm> second = alarms()
            .search(query.at(PageRequest.first(4).after(alarms().search(query.at(PageRequest.first(4))).next())));
        assertThat(second.items()).extracting((alarm) -> alarm.target().id()).isEqualTo(worst.subList(4, 8));
        PageOf<Alarm> back = alarms().search(query.at(PageRequest.first(2).before(requireNonNull(second.previous()))));
        assertThat(back.items()).extracting((alarm) -> alarm.target().id()).isEqualTo(worst.subList(2, 4));
        Cursor elsewhere = new Cursor(List.of("info", "2026-11-21T02:10:05", "7"));
        assertThatExceptionOfType(InvalidCursorException.class)
            .isThrownBy(() -> alarms().search(query.at(PageRequest.first(2).after(elsewhere))));
        assertThatExceptionOfType(InvalidCursorException.class)
            .isThrownBy(() -> alarms().search(query.at(PageRequest.first(2).after(new Cursor(List.of("fail"))))));
    }

    private List<String> ordered(AlarmOrder.By by, boolean descending) {
        return targets(query(Set.of(), "", FIRST).in(new AlarmOrder(by, descending)));
    }

    @Test
    void searchesByEachCriterion() {
        alarms().save(raised("a", Resource.CPU));
        alarms().save(raised(app(Origin.CONTAINER, "guid", 0), Resource.MEMORY, START.plusSeconds(3600)));
        assertThat(targets(new AlarmQuery(Set.of(Origin.VM), Set.of(Resource.CPU, Resource.DISK),
                Set.of(Severity.CRITICAL), Set.of(AlarmState.RAISED), null, "", FIRST)))
            .containsExactly("a");
        assertThat(targets(new AlarmQuery(Set.of(Origin.BOSH), Set.of(), Set.of(), Set.of(), null, "", FIRST)))
            .isEmpty();
        TimeRange hour = TimeRange.before(START.plusSeconds(3600), Duration.ofHours(1));
        assertThat(targets(new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), hour, "", FIRST)))
            .containsExactly("a");
        assertThat(targets(query(Set.of(), "SPRING-mus", FIRST))).containsExactly("guid/0");
        assertThat(targets(query(Set.of(), "0.1.17", FIRST))).hasSize(2);
        assertThat(targets(query(Set.of(), "%", FIRST))).isEmpty();
        assertThat(targets(query(Set.of(), "' or 1=1 --", FIRST))).isEmpty();
    }

    @Test
    void findsNamesInAnyScriptAndOldNamesByTheAlarmsThatBearThem() {
        AlarmTarget before = new AlarmTarget(Origin.CONTAINER, "g/0", "쇼핑몰-결제/0", "10.0.2.3", "org / space", "z1", "g");
        AlarmTarget after = new AlarmTarget(Origin.CONTAINER, "g/0", "Payment/0", "10.0.2.4", "org / space", "z1", "g");
        Alarm old = alarms().save(AlarmStoreContract.resolved(raised(before, Resource.CPU, START), START));
        Alarm fresh = alarms().save(raised(after, Resource.CPU, START.plusSeconds(60)));
        assertThat(found("몰-결")).containsExactly(old.id());
        assertThat(found("PAYMENT")).containsExactly(fresh.id());
        assertThat(found("10.0.2.")).containsExactly(fresh.id(), old.id());
        assertThat(found("쇼핑몰 없음")).isEmpty();
        Alarm renamed = alarms().save(AlarmRows.withId(raised(vm("renamed"), Resource.CPU, START), fresh.id()));
        assertThat(found("cell/renamed")).as("renamed while it is open").containsExactly(renamed.id());
    }

    private List<String> found(String text) {
        AlarmQuery query = query(Set.of(), text, FIRST);
        PageOf<Alarm> page = alarms().search(query);
        assertThat(alarms().count(query)).isEqualTo(page.counted());
        return page.items().stream().map(Alarm::id).toList();
    }

    @Test
    void findsWhatMoreTargetsBearThanAreLookedUp() {
        List<Object[]> names = new ArrayList<>();
        for (int i = 0; i <= AlarmNames.MOST; i++) {
            names.add(new Object[] { "vm-" + i, "diego-cell/" + i + " 10.0.0.1", Times.micros(START) });
        }
        stores().database().insertAll("alarm_names", "target_id, words, raised_at", names);
        alarms().save(raised("a", Resource.CPU));
        assertThat(targets(query(Set.of(), "diego", FIRST))).containsExactly("a");
        assertThat(targets(query(Set.of(), "diego-cell/7 ", FIRST))).isEmpty();
    }

    @Test
    void findsWhatPaasTasBatchWrote() {
        alarms().save(raised("a", Resource.CPU));
        stores().sql().sql("""
                insert into alarms (origin_type, origin_id, alarm_type, level, ip, app_name, app_index, app_yn,
                alarm_title, alarm_message, resolve_status)
                values ('con', 1, 'cpu', 'warning', '10.0.9.9', '쇼핑몰', 0, 'Y', '', '', '1')""").update();
        assertThat(targets(query(Set.of(), "쇼핑", FIRST))).containsExactly("con:쇼핑몰/0");
        assertThat(targets(query(Set.of(), "10.0.1.17", FIRST))).containsExactly("a");
    }

    @Test
    void searchesWithinAnIncident() {
        alarms().save(raised("a", Resource.CPU).inIncident("7"));
        alarms().save(raised("b", Resource.CPU).inIncident("8"));
        AlarmQuery query = query(Set.of(), "", FIRST);
        assertThat(targets(query.ofIncident("7"))).containsExactly("a");
        assertThat(targets(query.ofIncident("nothing"))).isEmpty();
        assertThat(targets(query.ofIncident(null))).hasSize(2);
    }

    private List<String> targets(AlarmQuery query) {
        return alarms().search(query).items().stream().map((alarm) -> alarm.target().id()).toList();
    }

}
