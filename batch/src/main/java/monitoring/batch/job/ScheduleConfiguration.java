package monitoring.batch.job;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.batch.notify.Outbox;
import monitoring.batch.scale.ScaleProperties;
import monitoring.batch.upkeep.RollupProperties;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** When each job runs, and on which instance. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    JobHistory jobHistory(MeterRegistry meters, Clock clock) {
        return new JobHistory(meters, clock);
    }

    @Bean
    StoppableJobs stoppableJobs(JobRepository repository) {
        return new StoppableJobs(repository);
    }

    @Bean
    LockProvider lockProvider(DataSource source) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
            .withJdbcTemplate(new JdbcTemplate(source))
            .usingDbTime() // the clocks of two instances may differ
            .build());
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService leaseProlonging() {
        return Executors.newSingleThreadScheduledExecutor((work) -> {
            Thread thread = new Thread(work, "leases");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    Leases leases(LockProvider locks, ScheduledExecutorService leaseProlonging, Clock clock) {
        return new Leases(locks, leaseProlonging, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "batch.scheduled", matchIfMissing = true)
    JobRunner jobRunner(JobOperator operator, Leases leases, JobHistory history, StoppableJobs stoppableJobs,
            Schedule schedule) {
        return new JobRunner(operator, leases, history, stoppableJobs, schedule);
    }

    @Bean
    Schedule schedule(List<ScheduledJob> jobs, Clock clock) {
        return new Schedule(jobs, clock);
    }

    @Bean
    ScheduledJob scheduledAlarms(Job alarmJob, ScheduleProperties schedule) {
        return ScheduledJob.of(alarmJob, schedule.alarm().interval()).wakes("notification");
    }

    @Bean
    ScheduledJob scheduledInventory(Job inventoryJob, ScheduleProperties schedule) {
        return ScheduledJob.of(inventoryJob, schedule.inventory().interval());
    }

    @Bean
    ScheduledJob scheduledUpkeep(Job upkeepJob, ScheduleProperties schedule) {
        return ScheduledJob.of(upkeepJob, schedule.upkeep().interval());
    }

    /** A job of its own, so that a long past to roll up holds up nothing else. */
    @Bean
    ScheduledJob scheduledRollups(Job rollupJob, RollupProperties properties) {
        return ScheduledJob.of(rollupJob, properties.interval()).when(properties::enabled);
    }

    @Bean
    ScheduledJob scheduledScaling(Job scalingJob, ScheduleProperties schedule, ScaleProperties properties) {
        return ScheduledJob.of(scalingJob, schedule.scaling().interval()).when(properties::enabled);
    }

    @Bean
    ScheduledJob scheduledNotifications(Job notificationJob, ScheduleProperties schedule, Outbox outbox) {
        return ScheduledJob.of(notificationJob, schedule.notification().interval()).when(outbox::hasDue);
    }

}
