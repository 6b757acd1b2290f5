package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.AlarmPolicy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class AdoptionIT {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    private static Database paasTa() {
        Database database = mariaDb.newDatabase();
        PaasTaSchema.create(database);
        return database;
    }

    @Test
    void keepsEveryRowAndColumnOfAnInstallation() {
        Database database = paasTa();
        try (HikariDataSource source = source(database)) {
            JdbcClient sql = JdbcClient.create(source);
            Map<String, List<String>> columns = PaasTaSchema.columns(sql);
            Map<String, List<String>> rows = PaasTaSchema.rows(sql, columns);
            assertThat(rows).hasSize(12).allSatisfy((table, of) -> assertThat(of).isNotEmpty());
            assertThat(SqlStores.migrate(source)).isPositive();
            assertThat(PaasTaSchema.rows(sql, columns)).isEqualTo(withOpenAlarmsEnded(rows, sql));
            assertThat(PaasTaSchema.columns(sql)).containsKeys("incidents", "notifications", "shedlock");
            assertThat(SqlStores.migrate(source)).isZero();
            assertThat(PaasTaSchema.rows(sql, columns)).isEqualTo(withOpenAlarmsEnded(rows, sql));
        }
    }

    /** The one thing that an adoption changes in PaaS-TA's rows. */
    private static Map<String, List<String>> withOpenAlarmsEnded(Map<String, List<String>> rows, JdbcClient sql) {
        String ended = sql.sql("select cast(complete_date as char) from alarms where id = 102")
            .query(String.class)
            .single();
        Map<String, List<String>> expected = new LinkedHashMap<>(rows);
        expected.computeIfPresent("alarms",
                (table, of) -> of.stream()
                    .map((row) -> row.matches("10[123].*") ? row.replaceFirst("\\|[12]\\|1\\|2024", "|3|1|2024")
                        .replaceFirst("-\\|-$", ended + "|system") : row)
                    .toList());
        expected.computeIfPresent("app_alarm_histories", (table,
                of) -> of.stream().map((row) -> row.startsWith("2|") ? row.replace("|N|", "|Y|") : row).toList());
        return expected;
    }

    @Test
    void makesTheSameColumnsAsInAnEmptySchema() {
        Database adopted = paasTa();
        Database fresh = mariaDb.newDatabase();
        try (SqlStores one = SqlStores.at(adopted); SqlStores other = SqlStores.at(fresh)) {
            Map<String, List<String>> columns = PaasTaSchema.columns(one.sql());
            columns.remove("member_infos"); // the portal's own
            assertThat(columns).isEqualTo(PaasTaSchema.columns(other.sql()));
        }
    }

    @Test
    void widensWhatWasTooNarrow() {
        try (SqlStores stores = SqlStores.at(paasTa())) {
            stores.sql()
                .sql("insert into alarm_sns_targets (channel_id, target_id) values (1, -1001234567890)")
                .update();
            stores.sql()
                .sql("update app_alarm_histories set container_interface = '10.255.116.50-10.0.100.117' where alarm_id = 1")
                .update();
            assertThat(stores.notifications().receivers()).extracting(Receiver::address).contains("-1001234567890");
        }
    }

    @Test
    void readsWhatPaasTaWrote() {
        try (SqlStores stores = SqlStores.at(paasTa())) {
            assertThat(stores.policies().alarmPolicies().valid()).hasSize(8)
                .extracting(AlarmPolicy::comment)
                .contains("야간 점검 기준");
            assertThat(stores.policies().alarmPolicies().rejected()).singleElement()
                .isEqualTo("alarm_policies 9: critical: 85.0 (expected: more than the warning of 90.0)");
            assertThat(stores.policies().appAlarmPolicies().rejected()).hasSize(1);
            assertThat(stores.scaling().policies().valid()).hasSize(1);
            assertThat(stores.scaling().policies().rejected()).hasSize(1);
            assertThat(stores.notifications().receivers()).extracting(Receiver::address)
                .containsExactlyInAnyOrder("bosh-team@example.org", "platform@example.org", "apps@example.org",
                        "123456789", "987654321", "18446744");
            Alarm failed = stores.alarms().find("104").orElseThrow();
            assertThat(failed.resource()).isEqualTo(Resource.HEARTBEAT);
            assertThat(failed.state()).isEqualTo(AlarmState.RESOLVED);
            assertThat(failed.progress().resolvedBy()).isEqualTo("admin");
            assertThat(failed.progress().resolvedAt()).isEqualTo("2024-02-01T11:30:00Z");
            List<IncidentAction> actions = stores.incidents().actionsOfAlarm("104");
            assertThat(actions).extracting(IncidentAction::description).containsExactly("디렉터 재시작", "디스크를 늘렸다");
            assertThat(actions.get(0).editedAt()).isNull();
            assertThat(actions.get(1).editedAt()).isNotNull();
        }
    }

    @Test
    void endsWhatPaasTaLeftOpenAndTellsIt() {
        try (SqlStores stores = SqlStores.at(paasTa())) {
            assertThat(stores.alarms().open()).isEmpty();
            Alarm left = stores.alarms().find("102").orElseThrow();
            assertThat(left.state()).isEqualTo(AlarmState.RESOLVED);
            assertThat(left.progress().resolvedBy()).isEqualTo(AlarmEvent.SYSTEM);
            assertThat(stores.alarms().events("102")).singleElement()
                .extracting(AlarmEvent::type)
                .isEqualTo(AlarmEvent.Type.RESOLVED);
            assertThat(stores.alarms().events("104")).isEmpty();
            assertThat(stores.statistics().responseTimes(new TimeRange(Instant.EPOCH, SqlStores.NOW)).meanToResolve())
                .as("years that nobody resolved")
                .isNull();
            assertThat(stores.sql()
                .sql("select resolve_status from alarms where origin_type = 'ias'")
                .query(String.class)
                .single()).as("the IaaS batch's").isEqualTo("1");
        }
    }

    @Test
    void tellsTheHistoryOfAMachineUnderItsGuid() {
        try (SqlStores stores = SqlStores.at(paasTa())) {
            VirtualMachine cell = InventoryStoreContract.machine("guid-of-cell-0", "z1", 0);
            stores.inventory().replaceVirtualMachines("d", List.of(cell), cell.seenAt());
            assertThat(stores.alarms().ofTarget("guid-of-cell-0", new TimeRange(Instant.EPOCH, SqlStores.NOW)))
                .extracting(Alarm::id)
                .containsExactly("102", "101");
        }
    }

    @Test
    void findsOldAlarmsByTheNameOfTheirTarget() {
        try (SqlStores stores = SqlStores.at(paasTa())) {
            assertThat(search(stores, "spring-music")).containsExactly("103");
            assertThat(search(stores, "diego-cell/0")).containsExactly("102", "101");
        }
    }

    private static List<String> search(SqlStores stores, String text) {
        AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, text, new PageRequest(0, 10));
        return stores.alarms().search(query).items().stream().map(Alarm::id).toList();
    }

    @Test
    void letsProgramsAdoptAtTheSameTime() throws Exception {
        Database database = paasTa();
        Callable<Integer> adopt = () -> {
            try (HikariDataSource source = source(database)) {
                return SqlStores.migrate(source);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Integer> one : threads.invokeAll(List.of(adopt, adopt, adopt))) {
                one.get();
            }
        }
        finally {
            threads.shutdownNow();
        }
        try (SqlStores stores = SqlStores.at(database)) {
            assertThat(stores.policies().alarmPolicies().valid()).hasSize(8);
        }
    }

    private static HikariDataSource source(Database database) {
        return SqlStores.source(database.url(), database.username(), database.password());
    }

}
