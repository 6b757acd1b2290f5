package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The usage of all targets of an origin over the last two minutes; one statement a
 * resource, shared by all pages.
 */
@Component
public class Usages {

    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final List<Resource> RESOURCES = List.of(Resource.CPU, Resource.MEMORY, Resource.DISK);

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Clock clock;

    private final Map<Origin, Memo<Map<Resource, Map<String, Double>>>> memos = new EnumMap<>(Origin.class);

    Usages(MetricStore metrics, StoreWatch stores, Clock clock) {
        this.metrics = metrics;
        this.stores = stores;
        this.clock = clock;
        for (Origin origin : List.of(Origin.BOSH, Origin.VM, Origin.CONTAINER)) {
            this.memos.put(origin, Memo.behind(() -> ask(origin, clock.instant()), Duration.ofSeconds(10), clock));
        }
    }

    /** The usage of CPU, memory and disk of every target of an origin that reported. */
    public Usage of(Origin origin) {
        Memo<Map<Resource, Map<String, Double>>> memo = this.memos.get(origin);
        return new Usage((memo == null) ? Map.of() : memo.get());
    }

    /** The usage at another time, not shared. */
    public Usage at(Origin origin, Instant time) {
        return new Usage(ask(origin, time));
    }

    private Map<Resource, Map<String, Double>> ask(Origin origin, Instant to) {
        Map<Resource, Map<String, Double>> answer = new EnumMap<>(Resource.class);
        for (Resource resource : RESOURCES) {
            MetricWindow window = new MetricWindow(origin, resource, TimeRange.before(to, WINDOW));
            Map<String, Double> values = new HashMap<>();
            for (TargetUsage usage : this.stores.ask(Store.METRICS, () -> this.metrics.usage(window),
                    List.<TargetUsage>of())) {
                values.put(usage.target().id(), usage.value());
            }
            answer.put(resource, values);
        }
        return answer;
    }

    /**
     * The usage of all targets of an origin.
     *
     * @param values by resource and by the target's id
     */
    public record Usage(Map<Resource, Map<String, Double>> values) {

        public @Nullable Double cpu(String id) {
            return value(Resource.CPU, id);
        }

        public @Nullable Double memory(String id) {
            return value(Resource.MEMORY, id);
        }

        public @Nullable Double disk(String id) {
            return value(Resource.DISK, id);
        }

        /** A target's usage, null if it did not report. */
        public @Nullable Double value(Resource resource, String id) {
            return this.values.getOrDefault(resource, Map.of()).get(id);
        }

    }

}
