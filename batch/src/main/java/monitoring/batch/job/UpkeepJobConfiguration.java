package monitoring.batch.job;

import monitoring.batch.upkeep.RunHistory;

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

/** The upkeep job: forget old runs of jobs. Old log events are the relay's to forget. */
@Configuration(proxyBeanMethods = false)
@Import(RunHistory.class)
class UpkeepJobConfiguration {

    @Bean
    Job upkeepJob(JobRepository jobs, Step forgetRuns) {
        return new JobBuilder("upkeep", jobs).start(forgetRuns).build();
    }

    @Bean
    Step forgetRuns(JobRepository jobs, PlatformTransactionManager transactions, RunHistory runs) {
        return new StepBuilder("forgetRuns", jobs).tasklet((contribution, context) -> {
            runs.clean();
            return RepeatStatus.FINISHED;
        }, transactions).build();
    }

}
