package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import monitoring.storage.account.AuditEntry;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Reason;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** How long lists are read page by page, while others add to them. */
abstract class PagingContract {

    private static final Instant START = AlarmStoreContract.START;

    abstract SqlStores stores();

    @Test
    void meetsEachAlarmOnceInEveryOrderWhateverIsAddedMeanwhile() {
        for (AlarmOrder.By by : AlarmOrder.By.values()) {
            for (Set<AlarmState> states : List.<Set<AlarmState>>of(Set.of(), Set.of(AlarmState.PENDING),
                    EnumSet.allOf(AlarmState.class))) {
                meetsEachAlarmOnce(new AlarmOrder(by, true), states);
                meetsEachAlarmOnce(new AlarmOrder(by, false), states);
            }
        }
    }

    private void meetsEachAlarmOnce(AlarmOrder order, Set<AlarmState> states) {
        stores().clean();
        for (int i = 0; i < 7; i++) {
            // two of each moment, so that the id has to tell them apart
            raise("vm-" + i, START.plusSeconds(i / 2 * 60));
            stores().alarms().save(AlarmStoreContract.pending("pending-" + i, Resource.DISK));
        }
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(), states, null, "", PageRequest.first(100))
            .in(order);
        List<String> before = targets(stores().alarms().search(query));
        AtomicInteger added = new AtomicInteger();
        List<String> read = everyPage((page) -> {
            if (added.get() < 6) {
                // the first and the last of nearly any order
                raise("a" + added.incrementAndGet(), START.plusSeconds(86_400));
                raise("z" + added.incrementAndGet(), START.minusSeconds(86_400));
            }
            return stores().alarms().search(query.at(page));
        }, (alarm) -> alarm.target().id());
        assertThat(read).as("%s %s", order, states).doesNotHaveDuplicates();
        assertThat(read.stream().filter(before::contains).toList()).as("%s %s", order, states).isEqualTo(before);
    }

    private void raise(String target, Instant at) {
        stores().alarms().save(AlarmStoreContract.raised(AlarmStoreContract.vm(target), Resource.CPU, at));
    }

    private static List<String> targets(PageOf<Alarm> page) {
        return page.items().stream().map((alarm) -> alarm.target().id()).toList();
    }

    /** Two items at a time. */
    private static <T> List<String> everyPage(Function<PageRequest, PageOf<T>> list, Function<T, String> id) {
        List<String> read = new ArrayList<>();
        Cursor place = null;
        do {
            PageOf<T> page = list.apply(PageRequest.first(2).after(place));
            page.items().forEach((item) -> read.add(id.apply(item)));
            place = page.next();
        }
        while (place != null);
        return read;
    }

    @Test
    void meetsEachItemOfEveryOtherListOnce() {
        for (int i = 0; i < 5; i++) {
            add(i);
        }
        AtomicInteger newest = new AtomicInteger(100);
        assertThat(everyPage((page) -> {
            add(newest.incrementAndGet());
            return stores().incidents().list(false, page);
        }, Incident::title)).containsExactly("101", "4", "3", "2", "1", "0");
        assertThat(everyPage((page) -> {
            add(newest.incrementAndGet());
            return stores().notifications().list(null, "", page);
        }, Notification::step)).startsWith("104", "103", "102", "101").hasSize(9).doesNotHaveDuplicates();
        assertThat(everyPage((page) -> {
            add(newest.incrementAndGet());
            return stores().accounts().audit(page);
        }, AuditEntry::action)).endsWith("4", "3", "2", "1", "0").doesNotHaveDuplicates();
    }

    private void add(int number) {
        Instant at = START.plusSeconds(number);
        String name = String.valueOf(number);
        stores().incidents()
            .save(new Incident("", name, Severity.CRITICAL, Incident.State.OPEN, at, null, null, null, name, ""));
        stores().notifications()
            .enqueue(new Notification("", null, name, "r", Reason.RAISED, name, Notification.Delivery.queued(at), at));
        stores().accounts().append(new AuditEntry(at, "kim", name, "", ""));
    }

    @Test
    void goesBackAsItCame() {
        for (int i = 0; i < 7; i++) {
            raise("vm-" + i, START.plusSeconds(i));
        }
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, "", PageRequest.first(3));
        PageOf<Alarm> first = stores().alarms().search(query);
        PageOf<Alarm> second = stores().alarms().search(query.at(PageRequest.first(3).after(first.next())));
        PageOf<Alarm> third = stores().alarms().search(query.at(PageRequest.first(3).after(second.next())));
        assertThat(first.previous()).isNull();
        assertThat(targets(third)).containsExactly("vm-0");
        assertThat(third.next()).isNull();
        assertThat(before(query, third)).isEqualTo(targets(second));
        assertThat(before(query, second)).isEqualTo(targets(first));
        raise("vm-7", START.plusSeconds(7));
        assertThat(before(query, third)).as("stays in its place").isEqualTo(targets(second));
        assertThat(before(query, second)).as("what came before it").containsExactly("vm-6", "vm-5", "vm-4");
        PageOf<Alarm> up = stores().alarms()
            .search(query.at(PageRequest.first(3).before(requireNonNull(second.previous()))));
        assertThat(up.previous()).isNotNull();
        assertThat(before(query, up)).as("the first page is full").containsExactly("vm-7", "vm-6", "vm-5");
    }

    private List<String> before(AlarmQuery query, PageOf<Alarm> page) {
        return targets(
                stores().alarms().search(query.at(PageRequest.first(3).before(requireNonNull(page.previous())))));
    }

    @Test
    void countsAsFarAsAnybodyWantsToKnow() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            rows.add(new Object[] { Times.micros(START.plusSeconds(i)), "kim", "login", "", "" });
        }
        stores().database().insertAll("audit_entries", "happened_at, user_name, audit_action, subject, detail", rows);
        PageOf<AuditEntry> page = stores().accounts().audit(new PageRequest(2, 1000));
        assertThat(page.total()).isEqualTo(10_000);
        assertThat(page.counted().exact()).isFalse();
        assertThat(page.items().get(0).at()).isEqualTo(START.plusSeconds(8000));
        stores().sql().sql("delete from audit_entries where happened_at = ?").param(Times.micros(START)).update();
        assertThat(stores().accounts().audit(PageRequest.first(5)).counted().exact()).isTrue();
        PageOf<AuditEntry> uncounted = stores().accounts().audit(PageRequest.first(5).uncounted());
        assertThat(uncounted.counted().exact()).isFalse();
        assertThat(uncounted.total()).as("more than it shows").isEqualTo(6);
    }

}
