package monitoring.batch.job;

import java.util.Optional;

import monitoring.batch.notify.ScalingTelling;
import monitoring.batch.scale.ScalingWatch;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps scaling events, and in the same transaction whom they are told to, so that dying
 * in between neither loses nor doubles a message. A server that goes on saying no to the
 * same app is told of once: it is asked again with each run.
 */
final class ToldScaling implements ScalingWatch {

    private final ScalingStore store;

    private final ScalingTelling telling;

    private final TransactionOperations transaction;

    ToldScaling(ScalingStore store, ScalingTelling telling, TransactionOperations transaction) {
        this.store = store;
        this.telling = telling;
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
        return switch (event.outcome()) {
            case SCALED -> true;
            case REJECTED, FAILED, UNKNOWN -> before(event).filter((last) -> isSame(last, event)).isEmpty();
            case ASKED, NOOP, IGNORED, DRY_RUN -> false;
        };
    }

    private Optional<ScalingEvent> before(ScalingEvent event) {
        return this.store.events(event.decision().appGuid(), new PageRequest(0, 2))
            .items()
            .stream()
            .filter((other) -> !other.decision().id().equals(event.decision().id()))
            .findFirst();
    }

    private static boolean isSame(ScalingEvent last, ScalingEvent event) {
        return last.outcome() == event.outcome() && last.decision().action() == event.decision().action();
    }

}
