package monitoring.batch.job;

import java.time.Duration;
import java.util.Optional;

import monitoring.batch.notify.ScalingTelling;
import monitoring.batch.scale.ScaleProperties;
import monitoring.batch.scale.ScalingWatch;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import monitoring.storage.scaling.ScalingStore;
import monitoring.storage.scaling.ScalingStreak;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps scaling events, and in the same transaction whom they are told to, so that dying
 * in between neither loses nor doubles a message. A server that goes on saying no to the
 * same app is asked again with each run, and told of at once and then each
 * {@code batch.scale.repeat-refusals}, so that a policy that never gets through is not
 * forgotten.
 */
final class ToldScaling implements ScalingWatch {

    private final ScalingStore store;

    private final ScalingTelling telling;

    private final ScaleProperties properties;

    private final TransactionOperations transaction;

    ToldScaling(ScalingStore store, ScalingTelling telling, ScaleProperties properties,
            TransactionOperations transaction) {
        this.store = store;
        this.telling = telling;
        this.properties = properties;
        this.transaction = transaction;
    }

    @Override
    public void known(ScalingEvent event) {
        this.transaction.executeWithoutResult((status) -> {
            this.store.save(event);
            if (isNews(event)) {
                this.telling.tell(event);
            }
        });
    }

    private boolean isNews(ScalingEvent event) {
        return event.outcome() == Outcome.SCALED || (event.outcome().isRefusal() && isToBeTold(event));
    }

    /** The first of a streak, and the first after each period. */
    private boolean isToBeTold(ScalingEvent event) {
        ScalingStreak streak = this.store.refusals(event.decision());
        if (streak.times() <= 1) {
            return true;
        }
        Duration period = this.properties.repeatRefusals();
        return !period.isZero()
                && before(event).filter((last) -> periods(streak, last, period) == periods(streak, event, period))
                    .isEmpty();
    }

    private static long periods(ScalingStreak streak, ScalingEvent event, Duration period) {
        return Duration.between(streak.since(), event.decision().at()).dividedBy(period);
    }

    private Optional<ScalingEvent> before(ScalingEvent event) {
        return this.store.events(event.decision().appGuid(), new PageRequest(0, 2))
            .items()
            .stream()
            .filter((other) -> !other.decision().id().equals(event.decision().id()))
            .findFirst();
    }

}
