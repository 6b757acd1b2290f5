package monitoring.batch.job;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.jms.support.JmsUtils;

/**
 * Takes parts of a run from the broker, and works on each before its message is
 * acknowledged.
 */
final class PartTaker implements MessageListener {

    private static final Logger logger = LoggerFactory.getLogger(PartTaker.class);

    private final StepExecutionRequestHandler handler;

    PartTaker(StepExecutionRequestHandler handler) {
        this.handler = handler;
    }

    @Override
    public void onMessage(Message message) {
        try {
            String[] words = message.getBody(String.class).split(" ", 2);
            if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
                logger.warn("{} dropped (expected: a part of a run)", message);
                return;
            }
            StepExecution part = this.handler.handle(new StepExecutionRequest(words[1], Long.parseLong(words[0])));
            logger.info("{}{}: {}", part.getStepName(), message.getJMSRedelivered() ? ", left by another worker" : "",
                    part.getStatus());
        }
        catch (JMSException ex) {
            throw JmsUtils.convertJmsAccessException(ex);
        }
    }

}
