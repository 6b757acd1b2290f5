package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import monitoring.batch.BatchProgram;
import monitoring.batch.upkeep.Retention;
import monitoring.batch.upkeep.RunHistory;
import monitoring.batch.upkeep.UpkeepProperties;
import monitoring.storage.alarm.AlarmHistory;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.SentReports;
import monitoring.storage.scaling.ScalingStore;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is forgotten, and what is not. */
class UpkeepTest {

    @Test
    void forgetsOldRunsAndEndsDeadOnes() throws Exception {
        try (BatchProgram program = BatchProgram.atRest()) {
            assertThat(program.bean(JobOperator.class)
                .start(program.bean("alarmJob", Job.class), new JobParameters())
                .getStatus()).isEqualTo(BatchStatus.COMPLETED);
            JdbcTemplate sql = program.bean(JdbcTemplate.class);
            sql.update("update BATCH_JOB_EXECUTION set STATUS = 'STARTED'");

            assertThat(cleaned(sql, Duration.ofHours(2))).isZero();
            assertThat(sql.queryForObject("select STATUS from BATCH_JOB_EXECUTION", String.class))
                .isEqualTo("ABANDONED");
            assertThat(cleaned(sql, Duration.ofHours(25))).isEqualTo(1);
            for (String table : List.of("JOB_INSTANCE", "JOB_EXECUTION", "JOB_EXECUTION_PARAMS", "STEP_EXECUTION",
                    "STEP_EXECUTION_CONTEXT", "JOB_EXECUTION_CONTEXT")) {
                assertThat(sql.queryForObject("select count(*) from BATCH_" + table, Integer.class)).as(table).isZero();
            }
        }
    }

    @Test
    void leavesARunThatIsJustBeingStarted() {
        try (BatchProgram program = BatchProgram.atRest()) {
            JobRepository runs = program.bean(JobRepository.class);
            JobInstance older = runs.createJobInstance("alarm", new JobParameters());
            JobParameters later = new JobParametersBuilder().addLong("run", 2L).toJobParameters();
            JobInstance starting = runs.createJobInstance("alarm", later);
            runs.createJobExecution(older, new JobParameters(), new ExecutionContext());

            assertThat(cleaned(program.bean(JdbcTemplate.class), Duration.ofHours(25))).isEqualTo(1);
            assertThat(runs.getJobInstances("alarm", 0, 9)).containsExactly(starting);
        }
    }

    @Test
    void forgetsWhatIsOverForLongAndKeepsWhatIsOpen() {
        try (BatchProgram program = BatchProgram.atRest()) {
            Night night = new Night(program);
            night.receiver("ops", null, 0);
            night.play(new double[] { 91, 91 }, "web1", "db2");
            night.play(new double[] { 20, 20 }, "web1");
            JdbcTemplate sql = program.bean(JdbcTemplate.class);
            assertThat(count(sql, "alarms")).isEqualTo(2);

            retention(program, night.clock.instant().plus(Duration.ofDays(30))).forget(() -> true);
            assertThat(count(sql, "alarms")).isEqualTo(2);
            retention(program, night.clock.instant().plus(Duration.ofDays(366))).forget(() -> true);
            assertThat(night.open()).containsExactly("db2/0 CPU RAISED CRITICAL");
            assertThat(count(sql, "alarms")).isEqualTo(1);
            assertThat(count(sql, "incidents")).isEqualTo(1);
            assertThat(sql.queryForObject("select count(distinct alarm_id) from notifications", Integer.class)).isOne();
            assertThat(sql.queryForObject("select count(distinct alarm_id) from alarm_events", Integer.class)).isOne();
        }
    }

    private static Retention retention(BatchProgram program, Instant now) {
        return new Retention(program.bean(AlarmHistory.class), program.bean(ScalingStore.class),
                program.bean(AcknowledgeLinks.class), program.bean(SentReports.class),
                program.bean(UpkeepProperties.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static int count(JdbcTemplate sql, String table) {
        return sql.queryForObject("select count(*) from " + table, Integer.class);
    }

    private static int cleaned(JdbcTemplate sql, Duration later) {
        return new RunHistory(sql,
                new UpkeepProperties(Duration.ofDays(1), Duration.ZERO, Duration.ZERO, Duration.ofHours(1)),
                Clock.offset(Clock.systemUTC(), later))
            .clean();
    }

}
