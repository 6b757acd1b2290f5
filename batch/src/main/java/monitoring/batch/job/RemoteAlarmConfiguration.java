package monitoring.batch.job;

import java.time.Clock;
import java.time.Instant;

import jakarta.jms.ConnectionFactory;
import monitoring.storage.alarm.AlarmStep;
import monitoring.batch.evaluate.Evaluation;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.batch.integration.partition.BeanFactoryStepLocator;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * The values of one alarm run judged by several instances: Spring Batch's remote
 * partitioning over a broker. Whoever holds the alarm job's lease leads; every instance
 * takes parts. Nothing of this is loaded while {@code batch.remote.enabled} is false.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("batch.remote.enabled")
class RemoteAlarmConfiguration {

    /** Name of the step that a worker runs. */
    private static final String PART = "judgeWindow";

    private static final long POLL_MILLIS = 200;

    /**
     * Values first, by several instances; what nobody judged is judged by the leading
     * one. What concerns many targets together (who is silent, where nobody can be seen,
     * which incident an alarm is part of) it decides once, from all that was heard.
     */
    @Bean
    Job alarmJob(StoppableJobs jobs, Step gatherWhatACrashLeft, Step judgeValues, Flow decideOnTheWhole) {
        return jobs.named("alarm")
            .start(gatherWhatACrashLeft)
            .next(judgeValues)
            .on("*")
            .to(decideOnTheWhole)
            .end()
            .build();
    }

    @Bean
    Flow decideOnTheWhole(Step evaluateAlarms, Step gatherIncidents, Step followUp) {
        return new FlowBuilder<Flow>("decideOnTheWhole").start(evaluateAlarms)
            .next(gatherIncidents)
            .next(followUp)
            .build();
    }

    @Bean
    Step judgeValues(JobRepository jobs, Evaluation evaluation, PartitionHandler partsOverBroker, Clock clock) {
        return new StepBuilder("judgeValues", jobs).partitioner(PART, new ValueParts(evaluation, clock))
            .partitionHandler(partsOverBroker)
            .aggregator(new ValueOutcome())
            .build();
    }

    @Bean
    PartitionHandler partsOverBroker(JobRepository jobs, ConnectionFactory broker, RemoteProperties properties) {
        MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
        handler.setStepName(PART);
        handler.setJobRepository(jobs);
        handler.setPollInterval(POLL_MILLIS);
        handler.setTimeout(properties.timeout().toMillis());
        handler.setMessagingOperations(new MessagingTemplate(new PartSender(parts(broker, properties))));
        return handler;
    }

    private static JmsTemplate parts(ConnectionFactory broker, RemoteProperties properties) {
        JmsTemplate template = new JmsTemplate(broker);
        template.setDefaultDestinationName(properties.queue());
        template.setExplicitQosEnabled(true);
        template.setTimeToLive(properties.timeout().toMillis());
        return template;
    }

    @Bean
    Step judgeWindow(JobRepository jobs, ListItemReader<AlarmStep> windowSteps, AlarmKeeper keeper) {
        return new StepBuilder(PART, jobs).<AlarmStep, AlarmStep>chunk(AlarmJobConfiguration.STEPS_AT_ONCE)
            .transactionManager(new ResourcelessTransactionManager())
            .reader(windowSteps)
            .writer(keeper)
            .build();
    }

    @Bean
    @StepScope
    ListItemReader<AlarmStep> windowSteps(Evaluation evaluation, RemoteProperties properties, Clock clock,
            @Value("#{stepExecutionContext['window']}") String window,
            @Value("#{stepExecutionContext['now']}") String moment) {
        Instant now = Instant.parse(moment);
        if (now.plus(properties.timeout()).isBefore(clock.instant())) {
            throw new IllegalStateException(window + " of " + moment
                    + " not judged: older than batch.remote.timeout of " + properties.timeout());
        }
        return new ListItemReader<>(evaluation.judge(window, now));
    }

    @Bean
    DefaultMessageListenerContainer partTaker(ConnectionFactory broker, RemoteProperties properties,
            StepExecutionRequestHandler partHandler) {
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        container.setConnectionFactory(broker);
        container.setDestinationName(properties.queue());
        container.setConcurrentConsumers(Math.max(1, properties.workers()));
        container.setAutoStartup(properties.workers() > 0);
        // a part goes back to the queue when its worker dies before it has finished
        container.setSessionTransacted(true);
        container.setMessageListener(new PartTaker(partHandler));
        return container;
    }

    @Bean
    StepExecutionRequestHandler partHandler(JobRepository jobs, BeanFactoryStepLocator partSteps) {
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(jobs);
        handler.setStepLocator(partSteps);
        return handler;
    }

    @Bean
    BeanFactoryStepLocator partSteps() {
        return new BeanFactoryStepLocator();
    }

    @Bean(destroyMethod = "close")
    ConnectionFactory broker(RemoteProperties properties) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(properties.brokerUrl(),
                properties.username().isEmpty() ? null : properties.username(),
                properties.password().isEmpty() ? null : properties.password());
        // a busy worker must not hold parts that an idle one could take
        factory.setConsumerWindowSize(0);
        return factory;
    }

}
