package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;

import monitoring.autoscale.AutoScaleClient;
import monitoring.autoscale.AutoScaleProperties;
import monitoring.batch.evaluate.EvaluateProperties;
import monitoring.batch.scale.Scaling;
import monitoring.batch.scale.ScalingAges;
import monitoring.storage.scaling.ScalingDecision;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The scaling job: decide what the policies ask for now, then ask the AutoScale server.
 */
@Configuration(proxyBeanMethods = false)
@Import({ Scaling.class, ToldScaling.class })
class ScalingJobConfiguration {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Bean
    Job scalingJob(StoppableJobs jobs, Step askAutoScaleServer) {
        return jobs.named("scaling").start(askAutoScaleServer).build();
    }

    @Bean
    Step askAutoScaleServer(JobRepository jobs, ListItemReader<ScalingDecision> scalingDecisions, Scaling scaling) {
        return new StepBuilder("askAutoScaleServer", jobs).<ScalingDecision, ScalingDecision>chunk(1)
            // none is open while it asks
            .transactionManager(new ResourcelessTransactionManager())
            .reader(scalingDecisions)
            .writer((decisions) -> decisions.forEach(scaling::ask))
            .build();
    }

    @Bean
    @StepScope // decided at each run
    ListItemReader<ScalingDecision> scalingDecisions(Scaling scaling) {
        return new ListItemReader<>(scaling.decisions());
    }

    /** A decision is good for one interval; at least while a slow InfluxDB answers. */
    @Bean
    ScalingAges scalingAges(EvaluateProperties evaluate, ScheduleProperties schedule) {
        Duration interval = schedule.scaling().interval();
        return new ScalingAges(evaluate.inventoryMaxAge(), (interval.compareTo(SHORTEST) > 0) ? interval : SHORTEST);
    }

    /** The client is no Spring program, so its record is bound by hand. */
    @Bean
    AutoScaleClient autoScaleClient(Environment environment, Clock clock) {
        AutoScaleProperties properties = Binder.get(environment)
            .bind("autoscale", AutoScaleProperties.class)
            .orElseGet(AutoScaleProperties::defaults);
        return AutoScaleClient.to(properties, clock);
    }

}
