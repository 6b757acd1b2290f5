package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import monitoring.storage.log.LogStoreException;
import monitoring.storage.metric.MetricStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks a store and remembers when it does not answer, so that a page is still shown, says
 * what is missing, and does not wait for the same server again and again.
 */
@Component
public class StoreWatch {

    private static final Logger logger = LoggerFactory.getLogger(StoreWatch.class);

    /** How long a store that did not answer is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Map<Store, Outage> outages = new EnumMap<>(Store.class);

    private final Clock clock;

    public StoreWatch(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks a store.
     * @param store which one
     * @param question what to ask
     * @param otherwise the answer while it is away
     */
    public <T extends @Nullable Object> T ask(Store store, Supplier<T> question, T otherwise) {
        if (isResting(store)) {
            return otherwise;
        }
        try {
            T answer = question.get();
            answered(store);
            return answer;
        }
        catch (MetricStoreException | DataAccessException | TransactionException ex) {
            failed(store, ex);
        }
        catch (LogStoreException ex) {
            if (!ex.isRetryable()) {
                throw ex; // the query is wrong, not the server
            }
            failed(store, ex);
        }
        return otherwise;
    }

    /**
     * Asks a store for a program, to which nothing and no answer are not the same.
     * @throws StoreAwayException if it does not answer
     */
    public <T extends @Nullable Object> T require(Store store, Supplier<T> question) {
        @Nullable Answer<T> answer = ask(store, () -> new Answer<>(question.get()), null);
        if (answer == null) {
            throw new StoreAwayException(store, isBusy(store));
        }
        return answer.value();
    }

    /** The stores that are away, in order. */
    public synchronized List<Outage> away() {
        return List.copyOf(this.outages.values());
    }

    /** What is known of a store that is away, null if it is not. */
    public synchronized @Nullable Outage outage(Store store) {
        return this.outages.get(store);
    }

    /** Whether a store is away. */
    public synchronized boolean isAway(Store store) {
        return this.outages.containsKey(store);
    }

    private synchronized boolean isBusy(Store store) {
        Outage outage = this.outages.get(store);
        return outage != null && outage.busy();
    }

    private synchronized boolean isResting(Store store) {
        Outage outage = this.outages.get(store);
        return outage != null && this.clock.instant().isBefore(outage.triedAt().plus(PAUSE));
    }

    private synchronized void answered(Store store) {
        Outage outage = this.outages.remove(store);
        if (outage != null) {
            logger.info("{} answers again, after {} s", store,
                    Duration.between(outage.since(), this.clock.instant()).toSeconds());
        }
    }

    private synchronized void failed(Store store, RuntimeException reason) {
        Instant now = this.clock.instant();
        Outage before = this.outages.get(store);
        boolean busy = NoConnection.isBusy(reason);
        String message = NoConnection.message(reason);
        if (before == null || before.busy() != busy) {
            logger.warn(busy ? "{} has no connection to spare: {}" : "{} is away: {}", store, message);
        }
        this.outages.put(store, new Outage(store, busy, (before == null) ? now : before.since(), now, message));
    }

    /**
     * An answer.
     *
     * @param value what was answered
     * @param <T> kind of answer
     */
    private record Answer<T extends @Nullable Object>(T value) {
    }

    /** The three stores. */
    public enum Store {

        METRICS, LOGS, RELATIONS

    }

    /**
     * A store that does not answer.
     *
     * @param store which one
     * @param busy whether it may well be up, but all our connections to it are in use
     * @param since since when
     * @param triedAt when it was last asked
     * @param message what happened, with the address
     */
    public record Outage(Store store, boolean busy, Instant since, Instant triedAt, String message) {

        /** The key of its text. */
        public String key() {
            return key(this.store, this.busy);
        }

        static String key(Store store, boolean busy) {
            return (busy ? "web.busy." : "web.away.") + store;
        }

    }

}
