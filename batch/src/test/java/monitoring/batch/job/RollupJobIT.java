package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import monitoring.batch.BatchProgram;
import monitoring.localservers.InfluxExtension;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rollup job on a real InfluxDB. */
class RollupJobIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @Test
    void rollsUpOnceWhatIsThereAndThenNothing() throws Exception {
        try (BatchProgram program = BatchProgram
            .start(BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url(), "batch.scheduled=false"))) {
            Instant hour = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 3600 * 3600)
                .minus(Duration.ofHours(3));
            Map<String, String> tags = Map.of(Tags.ID, "a", Tags.METRIC_NAME, "diskStats./.Usage");
            program.bean(MetricStore.class)
                .write(List.of(Sample.of(Measurement.VM, tags, 7, hour),
                        Sample.of(Measurement.VM, tags, 9, hour.plusSeconds(600))));

            JobExecution first = run(program, "first");
            JobExecution second = run(program, "second");

            assertThat(first.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            // two of five minutes, one of an hour
            assertThat(written(first)).isEqualTo(3);
            assertThat(written(second)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({ "keep-hours=1d, keep-hours: PT24H (expected: 0s or >= 30d)",
            "share=1, share: 1.0 (expected: > 0 and <= 0.8)", "share=0, share: 0.0 (expected: > 0 and <= 0.8)" })
    void saysWhatIsWrongWithAKey(String setting, String message) {
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> BatchProgram.start(BatchProgram.newDatabase(), List.of(),
                    "batch.upkeep.rollup." + setting, "monitoring.influx.url=" + influx.url()))
            .withStackTraceContaining("batch.upkeep.rollup." + message);
    }

    private static JobExecution run(BatchProgram program, String name) throws Exception {
        return program.bean(JobOperator.class)
            .start(program.bean("rollupJob", Job.class),
                    new JobParametersBuilder().addString("run", name).toJobParameters());
    }

    private static long written(JobExecution execution) {
        return execution.getStepExecutions().stream().mapToLong((step) -> step.getWriteCount()).sum();
    }

}
