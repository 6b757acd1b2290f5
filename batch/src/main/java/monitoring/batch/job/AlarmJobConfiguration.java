package monitoring.batch.job;

import monitoring.batch.evaluate.Evaluation;
import monitoring.batch.incident.IncidentPlan;
import monitoring.batch.incident.IncidentProperties;
import monitoring.batch.incident.Snapshots;
import monitoring.batch.notify.AppInbox;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmStore;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The alarm job: compare the last windows with the policies and keep what that means for
 * the alarms, then put the raised ones into incidents and say who is told.
 */
@Configuration(proxyBeanMethods = false)
@Import({ Evaluation.class, AlarmKeeper.class, IncidentKeeper.class, PeopleKeeper.class, Snapshots.class,
        AppInbox.class })
class AlarmJobConfiguration {

    static final int STEPS_AT_ONCE = 200;

    @Bean
    @ConditionalOnBooleanProperty(name = "batch.remote.enabled", havingValue = false, matchIfMissing = true)
    Job alarmJob(StoppableJobs jobs, Step gatherWhatACrashLeft, Step evaluateAlarms, Step gatherIncidents,
            Step followUp) {
        return jobs.named("alarm")
            .start(gatherWhatACrashLeft)
            .next(evaluateAlarms)
            .next(gatherIncidents)
            .next(followUp)
            .build();
    }

    @Bean
    Step evaluateAlarms(JobRepository jobs, ListItemReader<AlarmStep> alarmSteps, AlarmKeeper keeper) {
        return new StepBuilder("evaluateAlarms", jobs).<AlarmStep, AlarmStep>chunk(STEPS_AT_ONCE)
            // the keeper has its own
            .transactionManager(new ResourcelessTransactionManager())
            .reader(alarmSteps)
            .writer(keeper)
            .build();
    }

    @Bean
    Step followUp(StoppableJobs jobs, PeopleKeeper people, IncidentKeeper incidents, AppInbox inbox,
            AlarmStore alarms) {
        return jobs.step("followUp", people::follow, () -> incidents.addSnapshots(jobs::goOn),
                () -> inbox.follow(alarms::open));
    }

    @Bean
    Step gatherWhatACrashLeft(JobRepository jobs, ListItemReader<IncidentPlan> incidentPlans, IncidentKeeper keeper) {
        return gathering("gatherWhatACrashLeft", jobs, incidentPlans, keeper);
    }

    @Bean
    Step gatherIncidents(JobRepository jobs, ListItemReader<IncidentPlan> incidentPlans, IncidentKeeper keeper) {
        return gathering("gatherIncidents", jobs, incidentPlans, keeper);
    }

    private static Step gathering(String name, JobRepository jobs, ListItemReader<IncidentPlan> plans,
            IncidentKeeper keeper) {
        return new StepBuilder(name, jobs).<IncidentPlan, IncidentPlan>chunk(1)
            // the keeper has its own
            .transactionManager(new ResourcelessTransactionManager())
            .reader(plans)
            .writer(keeper)
            .build();
    }

    @Bean
    @StepScope // evaluated at each run
    ListItemReader<AlarmStep> alarmSteps(Evaluation evaluation,
            @Value("#{jobExecutionContext['" + ValueOutcome.FAILURE + "']}") @Nullable String failureElsewhere) {
        return new ListItemReader<>(
                (failureElsewhere != null) ? evaluation.evaluateRest(failureElsewhere) : evaluation.evaluate());
    }

    @Bean
    @StepScope // looked up at each run
    ListItemReader<IncidentPlan> incidentPlans(IncidentKeeper keeper, IncidentProperties properties) {
        return new ListItemReader<>(keeper.plans(properties));
    }

}
