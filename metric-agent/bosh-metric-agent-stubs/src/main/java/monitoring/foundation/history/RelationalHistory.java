package monitoring.foundation.history;

import java.time.Duration;
import java.time.Instant;

import monitoring.foundation.story.Episode;
import monitoring.foundation.story.Episode.Kind;
import monitoring.foundation.story.Foundation;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.scaling.ScalingStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what SQL would have kept of the past: all of it in one transaction, and only
 * once.
 */
final class RelationalHistory {

    private static final Logger logger = LoggerFactory.getLogger(RelationalHistory.class);

    private final Foundation foundation;

    private final AlarmHistory alarms;

    private final ScalingHistory scaling;

    private final TransactionOperations transactions;

    RelationalHistory(Foundation foundation, Stores stores, TransactionOperations transactions) {
        this.foundation = foundation;
        this.alarms = new AlarmHistory(stores.alarms(), stores.incidents(), stores.notifications());
        this.scaling = new ScalingHistory(foundation, stores.scaling(), stores.policies());
        this.transactions = transactions;
    }

    void write(int days) {
        this.transactions.executeWithoutResult((status) -> {
            Instant end = this.foundation.story().firstStart();
            TimeRange range = TimeRange.before(end, Duration.ofDays(days));
            if (this.alarms.knows(range)) {
                return; // written before, or an installation that has a past of its own
            }
            this.scaling.register();
            Chronicle chronicle = new Chronicle(this.foundation);
            int count = 0;
            for (Episode episode : this.foundation.story().between(range.from(), range.to())) {
                if (range.contains(episode.start()) && range.contains(episode.end())) {
                    this.alarms.keep(episode, chronicle);
                    if (episode.kind() == Kind.SURGE) {
                        this.scaling.keep(episode);
                    }
                    count++;
                }
            }
            logger.info("History: {} incidents of {} days", count, days);
        });
    }

    /**
     * Where the past is kept.
     *
     * @param alarms alarms and their events
     * @param incidents incidents and actions
     * @param notifications who was told
     * @param scaling decisions and what came of them
     * @param policies what owners of apps registered
     */
    record Stores(AlarmStore alarms, IncidentStore incidents, NotificationStore notifications, ScalingStore scaling,
            PolicyStore policies) {
    }

}
