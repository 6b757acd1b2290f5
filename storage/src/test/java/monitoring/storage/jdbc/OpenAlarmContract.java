package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmConflictException;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Resource;

import org.junit.jupiter.api.Test;

import static monitoring.storage.jdbc.AlarmStoreContract.START;
import static monitoring.storage.jdbc.AlarmStoreContract.pending;
import static monitoring.storage.jdbc.AlarmStoreContract.raised;
import static monitoring.storage.jdbc.AlarmStoreContract.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** At most one alarm is open for a target and a resource, whoever else raises one. */
abstract class OpenAlarmContract {

    abstract SqlStores stores();

    private AlarmStore alarms() {
        return stores().alarms();
    }

    @Test
    void refusesASecondOpenAlarmOfATargetAndResource() {
        alarms().save(pending("a", Resource.CPU));
        assertThatExceptionOfType(AlarmConflictException.class)
            .isThrownBy(() -> alarms().save(raised("a", Resource.CPU)))
            .withMessageContaining("diego-cell/a (a), CPU");
        alarms().save(raised("a", Resource.DISK));
        alarms().save(raised("b", Resource.CPU));
        assertThat(alarms().open()).hasSize(3);
        assertThat(stores().sql().sql("select count(*) from alarms").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void letsTheCallerGoOnAfterAConflict() {
        alarms().save(raised("a", Resource.CPU));
        stores().transactions().executeWithoutResult((status) -> {
            assertThatExceptionOfType(AlarmConflictException.class)
                .isThrownBy(() -> alarms().save(pending("a", Resource.CPU)));
            alarms().save(raised("b", Resource.CPU));
        });
        assertThat(alarms().open()).extracting((alarm) -> alarm.target().id()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsOnlyOneOfManyThatAreRaisedAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> raise = () -> {
                together.await();
                try {
                    alarms().save(raised("a", Resource.CPU));
                    return true;
                }
                catch (AlarmConflictException ex) {
                    return false;
                }
            };
            int kept = 0;
            for (Future<Boolean> one : threads.invokeAll(List.of(raise, raise, raise, raise))) {
                kept += one.get() ? 1 : 0;
            }
            assertThat(kept).isOne();
        }
        finally {
            threads.shutdownNow();
        }
        assertThat(alarms().open()).hasSize(1);
    }

    @Test
    void raisesAgainWhatWasResolved() {
        Alarm first = alarms().save(raised("a", Resource.CPU));
        alarms().save(resolved(first, START.plusSeconds(60)));
        Alarm second = alarms().save(raised("a", Resource.CPU));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(alarms().open()).containsExactly(second);
    }

    @Test
    void locksAnAlarmUntilTheTransactionEnds() throws Exception {
        Alarm alarm = alarms().save(raised("a", Resource.CPU));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<AlarmState> seen = stores().transactions().execute((status) -> {
                alarms().lock(alarm.id()).orElseThrow();
                Future<AlarmState> later = other.submit(() -> stores().transactions()
                    .execute((inner) -> alarms().lock(alarm.id()).orElseThrow().state()));
                assertThat(later).isNotDone();
                alarms().save(alarm.withState(AlarmState.ACKNOWLEDGED));
                return later;
            });
            assertThat(seen).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(AlarmState.ACKNOWLEDGED);
        }
        finally {
            other.shutdownNow();
        }
    }

}
