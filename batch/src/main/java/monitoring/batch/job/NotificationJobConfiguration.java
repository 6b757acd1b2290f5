package monitoring.batch.job;

import monitoring.batch.notify.AcknowledgeUrls;
import monitoring.batch.notify.ChatNotifier;
import monitoring.batch.notify.Grouping;
import monitoring.batch.notify.MailNotifier;
import monitoring.batch.notify.Message;
import monitoring.batch.notify.Outbox;
import monitoring.batch.notify.TelegramNotifier;
import monitoring.batch.notify.ScalingGrouping;
import monitoring.batch.notify.ScalingTelling;
import monitoring.batch.notify.Telling;
import monitoring.batch.notify.WebhookNotifier;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The notification job: send what is due in the outbox. */
@Configuration(proxyBeanMethods = false)
@Import({ Telling.class, ScalingTelling.class, ScalingGrouping.class, DeliveryAlarms.class, AcknowledgeUrls.class,
        Grouping.class, Outbox.class, MailNotifier.class, ChatNotifier.class, TelegramNotifier.class,
        WebhookNotifier.class })
class NotificationJobConfiguration {

    @Bean
    Job notificationJob(StoppableJobs jobs, Step sendMessages) {
        return jobs.named("notification").start(sendMessages).build();
    }

    @Bean
    Step sendMessages(JobRepository jobs, ListItemReader<Message> dueMessages, Outbox outbox) {
        return new StepBuilder("sendMessages", jobs).<Message, Message>chunk(1)
            // none is open while it sends
            .transactionManager(new ResourcelessTransactionManager())
            .reader(dueMessages)
            .writer((messages) -> messages.forEach(outbox::deliver))
            .build();
    }

    @Bean
    @StepScope // looked up at each run
    ListItemReader<Message> dueMessages(Outbox outbox) {
        return new ListItemReader<>(outbox.due());
    }

}
