package monitoring.batch.job;

import java.util.Collection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.StepExecutionAggregator;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells the leading instance how the workers fared: that all was judged, or what kept a
 * worker from it. A part that failed does not fail the run.
 */
final class ValueOutcome implements StepExecutionAggregator {

    /** Key in the run's context; absent where the workers did not answer at all. */
    static final String FAILURE = "failureElsewhere";

    private static final Logger logger = LoggerFactory.getLogger(ValueOutcome.class);

    private static final int LONGEST = 500;

    @Override
    public void aggregate(StepExecution whole, Collection<StepExecution> parts) {
        String failure = "";
        for (StepExecution part : parts) {
            whole.setReadCount(whole.getReadCount() + part.getReadCount());
            whole.setWriteCount(whole.getWriteCount() + part.getWriteCount());
            if (part.getStatus() != BatchStatus.COMPLETED) {
                failure = words(part);
                logger.warn("{} not judged by its worker: {}", part.getStepName(), failure);
            }
        }
        whole.setStatus(BatchStatus.COMPLETED);
        whole.getJobExecution().getExecutionContext().putString(FAILURE, failure);
    }

    /**
     * The first words of what is kept of a failure, without the places in the program.
     */
    private static String words(StepExecution part) {
        String words = part.getExitStatus().getExitDescription().lines().findFirst().orElse(part.getStatus().name());
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

}
