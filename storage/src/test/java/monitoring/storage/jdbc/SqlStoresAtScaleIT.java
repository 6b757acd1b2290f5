package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;
import monitoring.localservers.PostgresExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Reason;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A foundation of 10,000 VMs and 100,000 app instances. The limits are ten times what was
 * measured, so that only a change of kind breaks them.
 */
class SqlStoresAtScaleIT {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Logger logger = LoggerFactory.getLogger(SqlStoresAtScaleIT.class);

    private static final Instant T0 = AlarmStoreContract.START;

    @Test
    void keepsAFoundationInMariaDb() {
        keepsAFoundation(mariaDb.newDatabase());
    }

    @Test
    void keepsAFoundationInPostgres() {
        keepsAFoundation(postgres.newDatabase());
    }

    private static void keepsAFoundation(Database database) {
        try (SqlStores stores = SqlStores.at(database)) {
            List<VirtualMachine> machines = machines();
            within(60, database, "10,000 VMs, first report",
                    () -> stores.inventory().replaceVirtualMachines("d", machines, T0));
            within(30, database, "10,000 VMs, next report",
                    () -> stores.inventory().replaceVirtualMachines("d", machines, T0.plusSeconds(60)));
            within(60, database, "10,000 VMs, all missing",
                    () -> stores.inventory().replaceVirtualMachines("d", List.of(), T0.plusSeconds(120)));
            List<AppInstance> instances = instances();
            within(120, database, "100,000 instances, first report",
                    () -> stores.inventory().replaceApps(apps(), instances, T0));
            within(60, database, "100,000 instances, next report",
                    () -> stores.inventory().replaceApps(apps(), instances, T0));
            assertThat(stores.inventory().virtualMachines()).hasSize(10_000);
            assertThat(stores.inventory().appInstances()).hasSize(100_000);
        }
    }

    private static List<VirtualMachine> machines() {
        List<VirtualMachine> machines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            machines.add(new VirtualMachine("6f7a3c1e-0000-4000-8000-%012d".formatted(i), "d", "cf", "diego-cell", i,
                    "z" + (i % 3), "10.%d.%d.%d".formatted(i / 62500, i / 250 % 250, i % 250), true, VmState.RUNNING,
                    T0));
        }
        return machines;
    }

    private static List<App> apps() {
        List<App> apps = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            apps.add(new App(guid(i), "app-" + i, "space-" + i % 100, "org-" + i % 10, 5));
        }
        return apps;
    }

    private static List<AppInstance> instances() {
        List<AppInstance> instances = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            instances.add(new AppInstance(guid(i / 5), i % 5, "RUNNING", "10.0.%d.%d".formatted(i / 250 % 250, i % 250),
                    "10.255.%d.%d-10.0.1.1".formatted(i / 250, i % 250), 1L << 30, 1L << 30, T0));
        }
        return instances;
    }

    private static String guid(int app) {
        return "b7a14c50-0000-4000-8000-%012d".formatted(app);
    }

    @Test
    void raisesManyAlarmsAndFindsThemInMariaDb() {
        raisesManyAlarmsAndFindsThem(mariaDb.newDatabase());
    }

    @Test
    void raisesManyAlarmsAndFindsThemInPostgres() {
        raisesManyAlarmsAndFindsThem(postgres.newDatabase());
    }

    private static void raisesManyAlarmsAndFindsThem(Database database) {
        try (SqlStores stores = SqlStores.at(database)) {
            within(120, database, "5,000 alarms raised, 5,000 notifications queued", () -> raise(stores));
            history(stores);
            for (int page : new int[] { 0, 500 }) {
                within(5, database, "page " + page + " of 50,000 alarms",
                        () -> assertThat(search(stores, Set.of(), null, page)).hasSize(50));
            }
            Cursor late = new Cursor(
                    List.of(LocalDateTime.ofInstant(T0.minus(Duration.ofDays(25)), ZoneOffset.UTC).toString(), "0"));
            AlarmQuery all = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, "",
                    PageRequest.first(50).uncounted());
            within(1, database, "page after a late place of 50,000 alarms",
                    () -> assertThat(stores.alarms().search(all.at(all.page().after(late))).items()).hasSize(50));
            within(1, database, "how many of 50,000 alarms",
                    () -> assertThat(stores.alarms().count(all)).isEqualTo(new Total(10_000, false)));
            for (String text : List.of("no such", "cell/vm-4711", "cell/vm-4")) {
                AlarmQuery query = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, text, all.page());
                within(1, database, "\"" + text + "\" among 50,000 alarms",
                        () -> assertThat(stores.alarms().search(query).items())
                            .hasSize(text.startsWith("no") ? 0 : text.endsWith("11") ? 10 : 50));
            }
            within(5, database, "first page of one day's resolved alarms of VMs",
                    () -> assertThat(search(stores, Set.of(AlarmState.RESOLVED),
                            TimeRange.before(T0.minus(Duration.ofDays(20)), Duration.ofDays(1)), 0))
                        .hasSize(50));
            within(5, database, "5,000 open alarms", () -> assertThat(stores.alarms().open()).hasSize(5_000));
            within(5, database, "500 notifications due",
                    () -> assertThat(stores.notifications().due(T0, 500)).hasSize(500));
            if (stores.dialect() == Dialect.MARIADB) {
                readsNoMoreOfAnIndexThanItShows(stores);
            }
        }
    }

    /** The driver's collation is another one than that of the texts. */
    private static void readsNoMoreOfAnIndexThanItShows(SqlStores stores) {
        stores.sql().sql("update alarms set incident_id = id where resolve_status = '1'").update();
        long before = rowsReadAlongIndexes(stores);
        for (AlarmOrder.By by : List.of(AlarmOrder.By.SEVERITY, AlarmOrder.By.STATE)) {
            AlarmQuery worst = new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), null, "",
                    PageRequest.first(50).uncounted())
                .in(new AlarmOrder(by, true));
            assertThat(stores.alarms().search(worst).items()).hasSize(50);
        }
        Alarm alarm = AlarmStoreContract.raised(AlarmStoreContract.vm("vm-4711"), Resource.CPU, T0);
        assertThat(stores.memory().similar(alarm, 5)).isEmpty();
        assertThat(rowsReadAlongIndexes(stores) - before).isLessThan(1_000);
    }

    private static long rowsReadAlongIndexes(SqlStores stores) {
        return stores.sql()
            .sql("select sum(variable_value) from information_schema.global_status"
                    + " where variable_name in ('Handler_read_next', 'Handler_read_prev')")
            .query(Long.class)
            .single();
    }

    private static void raise(SqlStores stores) {
        stores.transactions().executeWithoutResult((status) -> {
            for (int i = 0; i < 5_000; i++) {
                Alarm alarm = stores.alarms()
                    .save(AlarmStoreContract.raised(AlarmStoreContract.vm("vm-" + i), Resource.CPU, T0));
                stores.notifications()
                    .enqueue(new Notification("", null, alarm.id(), "r", Reason.RAISED, "raised",
                            Notification.Delivery.queued(T0), T0));
            }
        });
    }

    /** 45,000 alarms that are over, one a minute. */
    private static void history(SqlStores stores) {
        stores.sql().sql("""
                insert into alarms (origin_type, origin_id, alarm_type, level, ip, app_yn, alarm_title, alarm_message,
                resolve_status, reg_date, complete_date, target_id, target_name)
                select origin_type, origin_id, alarm_type, level, ip, app_yn, alarm_title, alarm_message, '3',
                reg_date, reg_date, target_id, target_name from alarms cross join
                (select 1 as n union all select 2 union all select 3 union all select 4 union all select 5
                union all select 6 union all select 7 union all select 8 union all select 9) times""").update();
        String minutes = (stores.dialect() == Dialect.MARIADB) ? "date_sub(reg_date, interval id minute)"
                : "reg_date - interval '1' minute * id";
        stores.sql().sql("update alarms set reg_date = " + minutes + " where resolve_status = '3'").update();
    }

    private static List<Alarm> search(SqlStores stores, Set<AlarmState> states, @Nullable TimeRange raised, int page) {
        return stores.alarms()
            .search(new AlarmQuery(Set.of(Origin.VM), Set.of(), Set.of(), states, raised, "",
                    new PageRequest(page, 50)))
            .items();
    }

    private static void within(int seconds, Database database, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        logger.info("{}: {} ms ({})", what, took.toMillis(), database.url().replaceAll("jdbc:|:.*", ""));
        assertThat(took).as(what).isLessThan(Duration.ofSeconds(seconds));
    }

}
