package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import monitoring.batch.BatchProgram;
import monitoring.batch.upkeep.RunHistory;
import monitoring.batch.upkeep.UpkeepProperties;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is forgotten, and what is not. */
class UpkeepTest {

    @Test
    void forgetsOldRunsAndEndsDeadOnes() throws Exception {
        try (BatchProgram program = BatchProgram.start(BatchProgram.newDatabase(), List.of(), "batch.scheduled=false",
                "monitoring.influx.url=http://127.0.0.1:9")) {
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

    private static int cleaned(JdbcTemplate sql, Duration later) {
        return new RunHistory(sql, new UpkeepProperties(Duration.ofDays(1), Duration.ofHours(1)),
                Clock.offset(Clock.systemUTC(), later))
            .clean();
    }

}
