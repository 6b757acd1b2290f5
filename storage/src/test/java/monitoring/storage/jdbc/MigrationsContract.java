package monitoring.storage.jdbc;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import monitoring.localservers.Database;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** What a first start makes of an empty database. */
abstract class MigrationsContract {

    abstract Database newDatabase();

    private static HikariDataSource source(Database database) {
        return SqlStores.source(database.url(), database.username(), database.password());
    }

    @Test
    void startsWithThePoliciesAndReceiversOfPaasTa() {
        try (SqlStores stores = SqlStores.at(newDatabase())) {
            List<AlarmPolicy> policies = stores.policies().alarmPolicies().valid();
            assertThat(policies).extracting(AlarmPolicy::id, AlarmPolicy::origin, AlarmPolicy::resource)
                .containsExactly(tuple("1", Origin.VM, Resource.CPU), tuple("2", Origin.VM, Resource.MEMORY),
                        tuple("3", Origin.VM, Resource.DISK), tuple("4", Origin.BOSH, Resource.CPU),
                        tuple("5", Origin.BOSH, Resource.MEMORY), tuple("6", Origin.BOSH, Resource.DISK),
                        tuple("7", Origin.CONTAINER, Resource.CPU), tuple("8", Origin.CONTAINER, Resource.MEMORY),
                        tuple("9", Origin.CONTAINER, Resource.DISK));
            assertThat(policies).allSatisfy((policy) -> {
                assertThat(policy.threshold().warning()).isEqualTo(85);
                assertThat(policy.threshold().critical()).isEqualTo(90);
                assertThat(policy.timing().repeatTime()).hasMinutes(10);
                assertThat(policy.timing().measureTime()).hasSeconds(600);
                assertThat(policy.damping()).isEqualTo(AlarmPolicy.Damping.DEFAULT);
            });
            assertThat(stores.notifications().receivers()).extracting(Receiver::id, (one) -> one.scope().origin())
                .containsExactly(tuple("target:1", Origin.BOSH), tuple("target:2", Origin.VM),
                        tuple("target:3", Origin.CONTAINER));
        }
    }

    @Test
    void doesNothingTheSecondTime() {
        Database database = newDatabase();
        try (SqlStores stores = SqlStores.at(database); HikariDataSource source = source(database)) {
            stores.policies().deleteAlarmPolicy("1");
            assertThat(SqlStores.migrate(source)).isZero();
            assertThat(stores.policies().alarmPolicies().valid()).hasSize(8);
        }
    }

    @Test
    void standsBesideTablesOfOthers() {
        Database database = newDatabase();
        try (HikariDataSource source = source(database)) {
            JdbcClient.create(source).sql("create table batch_job_instance (id integer)").update();
            assertThat(SqlStores.migrate(source)).isPositive();
        }
    }

    @Test
    void letsProgramsStartAtTheSameTime() throws Exception {
        Database database = newDatabase();
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Integer> start = () -> {
            try (HikariDataSource source = source(database)) {
                together.await();
                return SqlStores.migrate(source);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> one : threads.invokeAll(List.of(start, start, start, start))) {
                one.get();
            }
        }
        finally {
            threads.shutdownNow();
        }
        try (HikariDataSource source = source(database); SqlStores stores = SqlStores.at(database)) {
            assertThat(SqlStores.migrate(source)).isZero();
            assertThat(stores.policies().alarmPolicies().valid()).hasSize(9);
        }
    }

    @Test
    void keepsTimesInUtcWhateverTheZoneOfTheProgram() {
        Database database = newDatabase();
        TimeZone zone = TimeZone.getDefault();
        Alarm written;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
            try (SqlStores stores = SqlStores.at(database)) {
                written = stores.alarms().save(AlarmStoreContract.raised("a", Resource.CPU));
            }
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            try (SqlStores stores = SqlStores.at(database)) {
                assertThat(stores.alarms().open()).containsExactly(written);
                assertThat(
                        stores.sql().sql("select cast(reg_date as char(19)) from alarms").query(String.class).single())
                    .isEqualTo("2026-11-20 15:00:00");
                assertThat(stores.sql()
                    .sql("select min(reg_date) from alarm_policies")
                    .query(LocalDateTime.class)
                    .single()).isCloseToUtcNow(within(5, ChronoUnit.MINUTES));
            }
        }
        finally {
            TimeZone.setDefault(zone);
        }
    }

}
