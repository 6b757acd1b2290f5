package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.Standing;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageTable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The usage of all targets of an origin over the last minutes, shared by all pages: over
 * at least as many as a target may be silent before it counts as failed, so that what is
 * not silent has a usage.
 */
@Component
public class Usages implements Standing {

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(2);

    private static final Set<Resource> RESOURCES = EnumSet.of(Resource.CPU, Resource.MEMORY, Resource.DISK);

    private static final Duration AGE = Duration.ofSeconds(10);

    private static final Usage NOTHING = new Usage(new UsageTable());

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Clock clock;

    private final Duration window;

    private final Map<Origin, Memo<Usage>> memos = new EnumMap<>(Origin.class);

    private final Answers<Set<String>, Usage> some;

    Usages(MetricStore metrics, StoreWatch stores, InventoryProperties properties, Clock clock) {
        this.metrics = metrics;
        this.stores = stores;
        this.clock = clock;
        Duration silent = properties.silentAfter();
        this.window = (silent.compareTo(SHORTEST_WINDOW) > 0) ? silent : SHORTEST_WINDOW;
        for (Origin origin : List.of(Origin.BOSH, Origin.VM, Origin.CONTAINER)) {
            this.memos.put(origin, Memo.behind(() -> ask(origin, clock.instant()), AGE, clock));
        }
        this.some = new Answers<>(100, AGE, clock);
    }

    /** The usage of CPU, memory and disk of every target of an origin that reported. */
    public Usage of(Origin origin) {
        Memo<Usage> memo = this.memos.get(origin);
        return (memo == null) ? NOTHING : memo.get();
    }

    /**
     * The usage of all containers if it is known; it is not asked for. Over 100,000
     * containers InfluxDB looks for many seconds, which nobody waits for who wants to
     * know where they run.
     */
    public Usage knownOfContainers() {
        Memo<Usage> memo = this.memos.get(Origin.CONTAINER);
        Usage known = (memo == null) ? null : memo.peek();
        return (known == null) ? NOTHING : known;
    }

    /**
     * The usage of some containers, not older than ten seconds either: a page of one app
     * does not wait for the usage of all.
     */
    public Usage ofContainers(Set<String> ids) {
        return ids.isEmpty() ? NOTHING : this.some.to(ids, this::ask, NOTHING);
    }

    private @Nullable Usage ask(Set<String> ids) {
        TimeRange range = TimeRange.before(this.clock.instant(), this.window);
        return this.stores.ask(Store.METRICS, () -> {
            UsageTable table = new UsageTable();
            for (Resource resource : RESOURCES) {
                MetricWindow window = new MetricWindow(Origin.CONTAINER, resource, range);
                this.metrics.usageOverTime(window, ids, this.window).forEach((one) -> {
                    if (!one.points().isEmpty()) {
                        table.put(resource, one.target().id(), one.points().get(one.points().size() - 1).value());
                    }
                });
            }
            return new Usage(table);
        }, null);
    }

    @Override
    public List<Memo<?>> standing() {
        // that of containers costs InfluxDB too much to be asked for nobody
        return List.of(this.memos.get(Origin.VM));
    }

    /** The usage at another time, not shared. */
    public Usage at(Origin origin, Instant time) {
        return ask(origin, time);
    }

    private Usage ask(Origin origin, Instant to) {
        return new Usage(this.stores.ask(Store.METRICS,
                () -> this.metrics.usages(origin, resources(origin), TimeRange.before(to, this.window)),
                new UsageTable()));
    }

    /** The disk of all containers is shown nowhere, and costs as much as their memory. */
    private static Set<Resource> resources(Origin origin) {
        return (origin == Origin.CONTAINER) ? EnumSet.of(Resource.CPU, Resource.MEMORY) : RESOURCES;
    }

    /**
     * The usage of all targets of an origin.
     *
     * @param table by resource and by the target's id
     */
    public record Usage(UsageTable table) {

        /** Whether nothing is known of anything. */
        public boolean isEmpty() {
            return this.table.isEmpty();
        }

        public @Nullable Double cpu(String id) {
            return value(Resource.CPU, id);
        }

        public @Nullable Double memory(String id) {
            return value(Resource.MEMORY, id);
        }

        public @Nullable Double disk(String id) {
            return value(Resource.DISK, id);
        }

        /** What 100 percent of a VM's resource are, in bytes; 0 where not known. */
        public double whole(Resource resource, String id) {
            return this.table.whole(resource, id);
        }

        /** A target's usage, null if it did not report. */
        public @Nullable Double value(Resource resource, String id) {
            return this.table.value(resource, id);
        }

    }

}
