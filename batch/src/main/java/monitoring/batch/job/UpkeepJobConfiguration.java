package monitoring.batch.job;

import monitoring.batch.report.WeeklyReport;
import monitoring.batch.upkeep.Retention;
import monitoring.batch.upkeep.Rollup;
import monitoring.batch.upkeep.RunHistory;

import org.springframework.batch.core.job.Job;
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
    Job upkeepJob(StoppableJobs jobs, Step forgetRuns, Step forgetAlarms, Step sendReport) {
        return jobs.named("upkeep").start(forgetRuns).next(forgetAlarms).next(sendReport).build();
    }

    @Bean
    Job rollupJob(StoppableJobs jobs, Step rollUp) {
        return jobs.named("rollup").start(rollUp).build();
    }

    @Bean
    Step rollUp(JobRepository jobs, Rollup rollup, StoppableJobs stoppable) {
        return new StepBuilder("rollUp", jobs).tasklet((contribution, context) -> {
            contribution.incrementWriteCount(rollup.advance(stoppable::goOn));
            return RepeatStatus.FINISHED;
        }, new ResourcelessTransactionManager()).build();
    }

    /** In transactions of its own, one for each thousand alarms. */
    @Bean
    Step forgetAlarms(StoppableJobs jobs, Retention retention) {
        return jobs.step("forgetAlarms", () -> retention.forget(jobs::goOn));
    }

    @Bean
    Step sendReport(StoppableJobs jobs, WeeklyReport report) {
        return jobs.step("sendReport", report::send);
    }

    @Bean
    Step forgetRuns(JobRepository jobs, PlatformTransactionManager transactions, RunHistory runs) {
        return new StepBuilder("forgetRuns", jobs).tasklet((contribution, context) -> {
            runs.clean();
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

}
