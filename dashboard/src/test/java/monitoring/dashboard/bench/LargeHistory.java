package monitoring.dashboard.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * What a batch and its administrators leave behind: its runs of a day, a message for each
 * alarm, policies of 200 apps, 10,000 events of scaling and 20,000 entries of the audit.
 * Written within MariaDB.
 */
final class LargeHistory {

    /** As Spring Batch makes them, without columns that nobody reads. */
    private static final List<String> RUNS = List.of("""
            create table if not exists BATCH_JOB_INSTANCE (JOB_INSTANCE_ID bigint primary key,
            JOB_NAME varchar(100) not null, JOB_KEY varchar(32) not null, unique (JOB_NAME, JOB_KEY))""", """
            create table if not exists BATCH_JOB_EXECUTION (JOB_EXECUTION_ID bigint primary key,
            JOB_INSTANCE_ID bigint not null, CREATE_TIME datetime(6) not null, START_TIME datetime(6),
            END_TIME datetime(6), STATUS varchar(10), EXIT_MESSAGE varchar(2500),
            foreign key (JOB_INSTANCE_ID) references BATCH_JOB_INSTANCE (JOB_INSTANCE_ID))""", """
            create table if not exists BATCH_STEP_EXECUTION (STEP_EXECUTION_ID bigint primary key,
            STEP_NAME varchar(100) not null, JOB_EXECUTION_ID bigint not null, START_TIME datetime(6),
            END_TIME datetime(6), STATUS varchar(10), READ_COUNT bigint, WRITE_COUNT bigint, READ_SKIP_COUNT bigint,
            WRITE_SKIP_COUNT bigint, PROCESS_SKIP_COUNT bigint,
            foreign key (JOB_EXECUTION_ID) references BATCH_JOB_EXECUTION (JOB_EXECUTION_ID))""", """
            insert ignore into BATCH_JOB_INSTANCE
            select seq, elt(1 + seq % 4, 'alarm', 'scaling', 'inventory', 'notification'), md5(seq)
            from seq_1_to_5760""");

    private static final String EXECUTIONS = """
            insert ignore into BATCH_JOB_EXECUTION
            select seq, seq, date_sub(?, interval (5760 - seq) * 15 second),
            date_sub(?, interval (5760 - seq) * 15 second), date_add(date_sub(?, interval (5760 - seq) * 15 second), interval 2 second),
            if(seq % 500 = 0, 'FAILED', 'COMPLETED'), if(seq % 500 = 0, 'InfluxDB does not answer', '')
            from seq_1_to_5760""";

    private static final String STEPS = """
            insert ignore into BATCH_STEP_EXECUTION
            select seq, if(seq % 2, 'evaluate', 'tell'), JOB_EXECUTION_ID, START_TIME, END_TIME, STATUS, 110000, 40, 0, 0, 0
            from seq_1_to_11520 join BATCH_JOB_EXECUTION on JOB_EXECUTION_ID = (seq + 1) div 2""";

    /** One for each alarm that is over; those of the great incident have theirs. */
    private static final String MESSAGES = """
            insert ignore into notifications (incident_id, alarm_id, receiver_id, reason, step, delivery_state, attempts,
            due_at, sent_at, message_id, detail, created_at)
            select incident_id, id, 'target:1', 'RAISED', 'raised', 'SENT', 1, reg_date, reg_date,
            concat(id, '@example.org'), '250 OK', reg_date from alarms where resolve_status = '3'""";

    private static final String POLICIES = """
            insert ignore into app_auto_scaling_policies (app_guid, instance_min_cnt, instance_max_cnt, cpu_min_threshold,
            cpu_max_threshold, memory_min_threshold, memory_max_threshold, instance_scaling_unit, measure_time_sec,
            auto_scaling_cpu_yn, auto_scaling_memory_yn, auto_scaling_out_yn, auto_scaling_in_yn)
            select concat('00000000-0000-0000-0000-', lpad(seq, 12, '0')), 1, 8, 20, 80, 20, 80, 1, 120, 'Y', 'N', 'Y',
            'Y' from seq_0_to_199""";

    private static final String APP_POLICIES = """
            insert ignore into app_alarm_policies (app_guid, cpu_warning_threshold, cpu_critical_threshold,
            memory_warning_threshold, memory_critical_threshold, measure_time_sec, email, email_send_yn, alarm_use_yn)
            select app_guid, 70, 85, 80, 90, 60, 'owner@example.org', 'Y', 'Y' from app_auto_scaling_policies""";

    private static final String SCALING = """
            insert into scaling_events
            select uuid(), concat('00000000-0000-0000-0000-', lpad(seq % 200, 12, '0')), concat('app-', seq % 200), 'OUT',
            'cpu', 91.2, 80, 5, 6, date_sub(?, interval seq * 4 minute), 'SCALED', 200, '6',
            date_sub(?, interval seq * 4 minute) from seq_1_to_10000""";

    private static final String AUDIT = """
            insert into audit_entries (happened_at, user_name, audit_action, subject, detail)
            select date_sub(?, interval (20001 - seq) * 2 minute), concat('operator-', seq % 12),
            if(seq % 3, 'alarm.acknowledge', 'policy.save'), concat('alarms/', seq), '' from seq_1_to_20000""";

    private final JdbcOperations sql;

    private final LocalDateTime now;

    private final LocalDateTime here;

    LargeHistory(JdbcOperations sql, Instant now) {
        this.sql = sql;
        this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        // Spring Batch writes times of its machine
        this.here = LocalDateTime.ofInstant(now, ZoneId.systemDefault());
    }

    void fill() {
        RUNS.forEach(this.sql::execute);
        this.sql.update(EXECUTIONS, this.here, this.here, this.here);
        this.sql.update(STEPS);
        this.sql.update(MESSAGES);
        this.sql.update(POLICIES);
        this.sql.update(APP_POLICIES);
        this.sql.update(SCALING, this.now, this.now);
        this.sql.update(AUDIT, this.now);
        // a server that runs for long does so by itself
        this.sql.execute("analyze table alarms, alarm_events, incidents, notifications, scaling_events, audit_entries,"
                + " BATCH_JOB_EXECUTION, BATCH_STEP_EXECUTION");
    }

}
