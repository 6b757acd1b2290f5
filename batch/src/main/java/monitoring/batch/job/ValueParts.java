package monitoring.batch.job;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import monitoring.batch.evaluate.Evaluation;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts a run along its windows, so that each statement goes to InfluxDB once however many
 * workers there are, and each resource of each target is judged by one of them.
 */
final class ValueParts implements Partitioner {

    private final Evaluation evaluation;

    private final Clock clock;

    ValueParts(Evaluation evaluation, Clock clock) {
        this.evaluation = evaluation;
        this.clock = clock;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        String now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, ExecutionContext> parts = new HashMap<>();
        for (String window : this.evaluation.windows()) {
            ExecutionContext context = new ExecutionContext();
            context.putString("window", window);
            context.putString("now", now);
            parts.put(window, context);
        }
        return parts;
    }

}
