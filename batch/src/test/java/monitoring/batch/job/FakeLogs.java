package monitoring.batch.job;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.jspecify.annotations.Nullable;

/** A log store that holds the newest event only, or does not answer. */
final class FakeLogs implements LogStore {

    private @Nullable Instant newest;

    private boolean away;

    void arrive(Instant time) {
        this.newest = time;
    }

    void goAway(boolean away) {
        this.away = away;
    }

    @Override
    public LogPage search(LogQuery query) {
        if (this.away) {
            throw LogStoreException.unreachable(URI.create("http://127.0.0.1:9200"), new ConnectException());
        }
        Instant time = this.newest;
        if (time == null || !query.range().contains(time)) {
            return new LogPage(List.of(), 0, null);
        }
        return new LogPage(List.of(new LogPage.Hit(entry(time), List.of())), 1, null);
    }

    private static LogEntry entry(Instant time) {
        return new LogEntry("1", time, time, "10.0.0.1", "started",
                new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "web1", "app", "", ""), null, null, Map.of(), "rfc5424",
                Set.of());
    }

    @Override
    public void prepare() {
        throw new UnsupportedOperationException("prepare");
    }

    @Override
    public void check() {
        throw new UnsupportedOperationException("check");
    }

    @Override
    public List<WriteResult> write(List<LogEntry> entries) {
        throw new UnsupportedOperationException("write");
    }

    @Override
    public List<LogCount> histogram(LogQuery query, Duration step) {
        throw new UnsupportedOperationException("histogram");
    }

    @Override
    public Optional<LogEntry> find(String id) {
        return Optional.empty();
    }

}
