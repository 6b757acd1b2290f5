package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static monitoring.storage.jdbc.AlarmStoreContract.START;
import static monitoring.storage.jdbc.AlarmStoreContract.app;
import static monitoring.storage.jdbc.AlarmStoreContract.pending;
import static monitoring.storage.jdbc.AlarmStoreContract.raised;
import static monitoring.storage.jdbc.AlarmStoreContract.vm;
import static org.assertj.core.api.Assertions.assertThat;

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

    private List<String> targets(AlarmQuery query) {
        return alarms().search(query).items().stream().map((alarm) -> alarm.target().id()).toList();
    }

}
