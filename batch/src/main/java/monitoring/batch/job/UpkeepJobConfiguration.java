package monitoring.batch.job;

import monitoring.batch.upkeep.LogHistory;
import monitoring.batch.upkeep.RunHistory;
import monitoring.storage.log.LogStoreException;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** The upkeep job: forget old runs of jobs, then old log events. */
@Configuration(proxyBeanMethods = false)
@Import({ RunHistory.class, LogHistory.class })
class UpkeepJobConfiguration {

    @Bean
    Job upkeepJob(JobRepository jobs, Step forgetRuns, Step forgetLogs) {
        return new JobBuilder("upkeep", jobs).start(forgetRuns).next(forgetLogs).build();
    }

    @Bean
    Step forgetRuns(JobRepository jobs, PlatformTransactionManager transactions, RunHistory runs) {
        return new StepBuilder("forgetRuns", jobs).tasklet((contribution, context) -> {
            runs.clean();
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

    @Bean
    Step forgetLogs(JobRepository jobs, PlatformTransactionManager transactions, LogHistory logs, JobHistory history) {
        return new StepBuilder("forgetLogs", jobs).tasklet((contribution, context) -> {
            try {
                logs.clean();
                history.idle("upkeep of logs");
            }
            catch (LogStoreException ex) {
                history.failed("upkeep of logs", ex);
            }
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

}
