package monitoring.batch.evaluate;

import java.time.Instant;
import java.util.Map;

import monitoring.storage.alarm.Observation;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogQuery.Page;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether logs can be seen: the store answers, and what arrived before goes on arriving.
 * When they fall silent, the relay or the way to it is away. Where none ever arrived none
 * are missed.
 */
final class LogSight {

    private static final int NEWEST = 20;

    private final LogStore logs;

    private final EvaluateProperties properties;

    LogSight(LogStore logs, EvaluateProperties properties) {
        this.logs = logs;
        this.properties = properties;
    }

    /** What is seen now; null where nothing can be said. */
    @Nullable Observation look(Instant now) {
        if (this.properties.logsDeadAfter().isZero()) {
            return Observation.well(now);
        }
        try {
            Instant newest = newest(now);
            if (newest == null) {
                return null;
            }
            return newest.plus(this.properties.logsDeadAfter()).isAfter(now) ? Observation.well(now)
                    : Observation.wrong(Severity.FAIL, now, "no log has arrived since " + newest);
        }
        catch (LogStoreException ex) {
            return Observation.wrong(Severity.FAIL, now, String.valueOf(ex.getMessage()));
        }
    }

    /**
     * When a log arrived last; a relay that makes up for an outage delivers old ones.
     */
    private @Nullable Instant newest(Instant now) {
        Instant newest = null;
        LogQuery query = new LogQuery("", TimeRange.before(now, this.properties.knownFor()), Map.of(),
                LogSeverity.DEBUG, Page.newest(NEWEST));
        for (LogPage.Hit hit : this.logs.search(query).hits()) {
            LogEntry entry = hit.entry();
            Instant arrived = entry.receivedAt().isAfter(entry.time()) ? entry.receivedAt() : entry.time();
            newest = (newest == null || arrived.isAfter(newest)) ? arrived : newest;
        }
        return newest;
    }

}
