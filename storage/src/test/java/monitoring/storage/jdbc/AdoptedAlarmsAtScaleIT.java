package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An installation of PaaS-TA with 50,000 alarms that was adopted: how many rows its
 * MariaDB reads for a page of fifty of them, whatever it is that its optimizer chooses.
 */
class AdoptedAlarmsAtScaleIT {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    private static final Logger logger = LoggerFactory.getLogger(AdoptedAlarmsAtScaleIT.class);

    private static final int ALARMS = 50_000;

    private static final int TARGETS = 2_000;

    private static final Instant NEWEST = Instant.parse("2026-11-20T00:00:00Z");

    private static final AlarmOrder WORST_FIRST = new AlarmOrder(AlarmOrder.By.SEVERITY, true);

    private static final AlarmOrder WARNINGS_FIRST = new AlarmOrder(AlarmOrder.By.SEVERITY, false);

    private static final AlarmOrder BY_STATE = new AlarmOrder(AlarmOrder.By.STATE, true);

    private static SqlStores stores;

    @BeforeAll
    static void adopt() {
        Database database = mariaDb.newDatabase();
        PaasTaSchema.create(database);
        try (HikariDataSource source = SqlStores.source(database.url(), database.username(), database.password())) {
            // one each ten minutes, the oldest first, as PaaS-TA's batch writes them
            JdbcClient.create(source).sql("""
                    insert into alarms (origin_type, origin_id, alarm_type, level, ip, app_yn, app_name, app_index,
                    alarm_title, alarm_message, resolve_status, reg_date, modi_date, complete_date)
                    select if(seq % 2 = 0, 'pas', 'con'), seq % :targets, elt(1 + seq % 3, 'cpu', 'memory', 'disk'),
                    if(seq % 500 = 0, 'fail', if(seq % 3 = 0, 'critical', 'warning')),
                    concat('10.0.', floor(seq % :targets / 250), '.', seq % 250), if(seq % 2 = 0, 'N', 'Y'),
                    if(seq % 2 = 0, '', concat('app-', seq % :targets)), 0, 'title', 'message', '3',
                    timestampadd(minute, 10 * (cast(seq as signed) - :alarms), '2026-11-20 00:00:00'), now(), now()
                    from seq_1_to_50000""").param("targets", TARGETS).param("alarms", ALARMS).update();
        }
        long begin = System.nanoTime();
        stores = SqlStores.at(database);
        logger.info("{} alarms adopted in {} ms", ALARMS, (System.nanoTime() - begin) / 1_000_000);
        // as the server does by itself some seconds after so many changes
        stores.sql().sql("analyze table alarms, alarm_names").query().listOfRows();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> pages() {
        AlarmQuery all = query(Set.of(), null, "");
        AlarmQuery over = query(Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED), null, "");
        Cursor late = place(Duration.ofDays(300));
        return Stream.of(Arguments.of("newest", all, 300), Arguments.of("newest of all states", over, 300),
                Arguments.of("late place", over.at(over.page().after(late)), 300),
                Arguments.of("before a late place", over.at(over.page().before(late)), 300),
                Arguments.of("worst first", over.in(WORST_FIRST), 300),
                Arguments.of("late among warnings", over.in(WORST_FIRST).at(over.page().after(late("warning"))), 300),
                Arguments.of("before a late warning", over.in(WORST_FIRST).at(over.page().before(late("warning"))),
                        300),
                Arguments.of("warnings first", over.in(WARNINGS_FIRST), 300),
                Arguments.of("by state", over.in(BY_STATE), 300),
                Arguments.of("open", query(Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED), null, ""), 300),
                Arguments.of("of one day",
                        query(Set.of(AlarmState.RESOLVED),
                                TimeRange.before(NEWEST.minus(Duration.ofDays(100)), Duration.ofDays(1)), ""),
                        600),
                // names are read through, alarms are not
                Arguments.of("text of nothing", query(Set.of(), null, "no such thing"), 3 * TARGETS),
                Arguments.of("text of one target", query(Set.of(), null, "app-1777"), 3 * TARGETS),
                Arguments.of("text of many", query(Set.of(), null, "app-"), 3 * TARGETS));
    }

    private static AlarmQuery query(Set<AlarmState> states, TimeRange raised, String text) {
        return new AlarmQuery(Set.of(), Set.of(), Set.of(), states, raised, text, PageRequest.first(50).uncounted());
    }

    private static Cursor place(Duration age) {
        return new Cursor(List.of(LocalDateTime.ofInstant(NEWEST.minus(age), ZoneOffset.UTC).toString(), "0"));
    }

    private static Cursor late(String level) {
        return new Cursor(Stream.concat(Stream.of(level), place(Duration.ofDays(300)).keys().stream()).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void readsLittleMoreThanThePageShows(String name, AlarmQuery query, int most) {
        Read<PageOf<Alarm>> read = reading(() -> stores.alarms().search(query));
        logger.info("{}: {} rows read for {} in {} ms", name, read.rows(), read.answer().items().size(),
                read.took().toMillis());
        boolean full = !name.equals("open") && !name.equals("text of nothing") && !name.equals("text of one target");
        assertThat(read.answer().items()).hasSize(full ? 50 : name.equals("text of one target") ? 25 : 0);
        assertThat(read.rows()).as(name).isLessThan(most);
    }

    @Test
    void countsNoFurtherThanItSays() {
        AlarmQuery all = query(Set.of(), null, "");
        // each row once, and once more as one of those that are counted
        assertThat(reading(() -> stores.alarms().count(all)).rows()).isLessThan(20_500);
    }

    /** What a session of the server read for an answer. */
    private static <T> Read<T> reading(Supplier<T> question) {
        Read<T> read = stores.transactions().execute((status) -> {
            long before = rowsRead();
            long begin = System.nanoTime();
            T answer = question.get();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Read<>(answer, rowsRead() - before, took);
        });
        assertThat(read).isNotNull();
        return read;
    }

    private static long rowsRead() {
        return stores.database()
            .sql("""
                    select cast(sum(variable_value) as signed) from information_schema.session_status
                    where variable_name in ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_LAST',
                    'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT')""")
            .query(Long.class)
            .single();
    }

    /**
     * An answer and what it took.
     *
     * @param answer itself
     * @param rows that were read, some hundreds of which are those of the status itself
     * @param took how long
     */
    private record Read<T>(T answer, long rows, Duration took) {
    }

}
