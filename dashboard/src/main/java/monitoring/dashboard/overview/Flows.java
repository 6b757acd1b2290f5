package monitoring.dashboard.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.Standing;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How data comes in: logs a minute, who reports, and how old the newest sample is. */
@Component
class Flows implements Standing {

    private static final Duration LOOK_BACK = Duration.ofMinutes(30);

    private final LogStore logs;

    private final StoreWatch stores;

    private final Clock clock;

    private final Memo<List<LogCount>> counts;

    Flows(LogStore logs, StoreWatch stores, Clock clock) {
        this.logs = logs;
        this.stores = stores;
        this.clock = clock;
        this.counts = Memo.behind(this::askCounts, Duration.ofSeconds(10), clock);
    }

    Flow now(Foundation foundation) {
        Instant now = this.clock.instant();
        long heard = foundation.vms()
            .stream()
            .map(Vm::lastSeen)
            .filter(Objects::nonNull)
            .filter((last) -> last.isAfter(now.minus(Duration.ofSeconds(150))))
            .count();
        @Nullable Instant newest = foundation.vms()
            .stream()
            .map(Vm::lastSeen)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
        return new Flow(heard, foundation.vms().size(), newest, this.counts.get());
    }

    @Override
    public List<Memo<?>> standing() {
        return List.of(this.counts);
    }

    private List<LogCount> askCounts() {
        LogQuery query = new LogQuery("", TimeRange.before(this.clock.instant(), LOOK_BACK), Map.of(),
                LogSeverity.DEBUG, LogQuery.Page.newest(1));
        return this.stores.ask(Store.LOGS, () -> this.logs.histogram(query, Duration.ofMinutes(1)), List.of());
    }

    /**
     * How data comes in.
     *
     * @param heard VMs that reported lately
     * @param vms VMs there are
     * @param newest time of the newest sample, null if there is none
     * @param logs log events a minute
     */
    public record Flow(long heard, int vms, @Nullable Instant newest, List<LogCount> logs) {

        /** Log events a minute, over the last five whole minutes. */
        public double logsPerMinute() {
            int to = this.logs.size() - 1; // the last bucket is not full yet
            return this.logs.subList(Math.max(0, to - 5), Math.max(0, to))
                .stream()
                .mapToLong(LogCount::count)
                .average()
                .orElse(0);
        }

        /** VMs of which nothing was heard: what happens there is not seen. */
        public long silent() {
            return this.vms - this.heard;
        }

        /** Begin of the last minute in which a log event happened, null if none did. */
        public @Nullable Instant newestLog() {
            return this.logs.stream()
                .filter((one) -> one.count() > 0)
                .map(LogCount::time)
                .max(Comparator.naturalOrder())
                .orElse(null);
        }

        public long errors() {
            return this.logs.stream().mapToLong(LogCount::errors).sum();
        }

        /** The highest count, at least 1, for a scale. */
        public long highest() {
            return Math.max(1, this.logs.stream().mapToLong(LogCount::count).max().orElse(1));
        }

    }

}
