package monitoring.batch.job;

import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

/** Sends parts of a run to the broker, as text: {@code <step execution> <step>}. */
final class PartSender implements MessageChannel {

    private final JmsTemplate queue;

    PartSender(JmsTemplate queue) {
        this.queue = queue;
    }

    @Override
    public boolean send(Message<?> message, long timeout) {
        StepExecutionRequest part = (StepExecutionRequest) message.getPayload();
        this.queue.convertAndSend(part.getStepExecutionId() + " " + part.getStepName());
        return true;
    }

}
