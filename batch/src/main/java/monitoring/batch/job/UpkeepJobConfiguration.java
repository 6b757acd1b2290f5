package monitoring.batch.job;

import monitoring.batch.report.WeeklyReport;
import monitoring.batch.upkeep.Retention;
import monitoring.batch.upkeep.Rollup;
import monitoring.batch.upkeep.RunHistory;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The upkeep job: forget old runs of jobs, alarms and scaling events, and send the weekly
 * report. Old log events are the relay's to forget. Beside it, more often, the rollup
 * job.
 */
@Configuration(proxyBeanMethods = false)
@Import({ RunHistory.class, Retention.class, Rollup.class, WeeklyReport.class, ReportMails.class })
class UpkeepJobConfiguration {

    @Bean
    Job upkeepJob(JobRepository jobs, Step forgetRuns, Step forgetAlarms, Step sendReport) {
        return new JobBuilder("upkeep", jobs).start(forgetRuns).next(forgetAlarms).next(sendReport).build();
    }

    @Bean
    Job rollupJob(JobRepository jobs, Step rollUp) {
        return new JobBuilder("rollup", jobs).start(rollUp).build();
    }

    @Bean
    Step rollUp(JobRepository jobs, Rollup rollup) {
        return new StepBuilder("rollUp", jobs).tasklet((contribution, context) -> {
            contribution.incrementWriteCount(rollup.advance());
            return RepeatStatus.FINISHED;
        }, new ResourcelessTransactionManager()).build();
    }

    /** In transactions of its own, one for each thousand alarms. */
    @Bean
    Step forgetAlarms(JobRepository jobs, Retention retention) {
        return new StepBuilder("forgetAlarms", jobs).tasklet((contribution, context) -> {
            retention.forget();
            return RepeatStatus.FINISHED;
        }, new ResourcelessTransactionManager()).build();
    }

    @Bean
    Step sendReport(JobRepository jobs, WeeklyReport report) {
        return new StepBuilder("sendReport", jobs).tasklet((contribution, context) -> {
            report.send();
            return RepeatStatus.FINISHED;
        }, new ResourcelessTransactionManager()).build();
    }

    @Bean
    Step forgetRuns(JobRepository jobs, PlatformTransactionManager transactions, RunHistory runs) {
        return new StepBuilder("forgetRuns", jobs).tasklet((contribution, context) -> {
            runs.clean();
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

}
