package monitoring.batch.job;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessPresence;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TargetUsage.LastSeen;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;

/** A metric store that says what a test wants it to say, or nothing. */
final class FakeMetrics implements MetricStore {

    private final Map<MetricTarget, Map<Resource, Double>> usage = new LinkedHashMap<>();

    private final Map<MetricTarget, Instant> seen = new LinkedHashMap<>();

    private final Map<MetricTarget, Map<String, Instant>> processes = new LinkedHashMap<>();

    private boolean away;

    int statements;

    void report(MetricTarget target, Resource resource, double value, Instant at) {
        this.usage.computeIfAbsent(target, (key) -> new LinkedHashMap<>()).put(resource, value);
        this.seen.put(target, at);
    }

    void reportProcess(MetricTarget target, String name, Instant at) {
        this.processes.computeIfAbsent(target, (key) -> new LinkedHashMap<>()).put(name, at);
    }

    void goAway(boolean away) {
        this.away = away;
    }

    @Override
    public List<TargetUsage> usage(MetricWindow window) {
        answer();
        return this.usage.entrySet()
            .stream()
            .filter((entry) -> entry.getKey().origin() == window.origin()
                    && entry.getValue().containsKey(window.resource())
                    && window.range().contains(this.seen.get(entry.getKey())))
            .map((entry) -> new TargetUsage(entry.getKey(), entry.getValue().get(window.resource())))
            .toList();
    }

    @Override
    public List<LastSeen> lastSeen(Origin origin, TimeRange range) {
        answer();
        return this.seen.entrySet()
            .stream()
            .filter((entry) -> entry.getKey().origin() == origin && range.contains(entry.getValue()))
            .map((entry) -> new LastSeen(entry.getKey(), entry.getValue()))
            .toList();
    }

    private void answer() {
        this.statements++;
        if (this.away) {
            throw MetricStoreException.unreachable(URI.create("http://127.0.0.1:8086"), new ConnectException());
        }
    }

    @Override
    public void prepare() {
        answer();
    }

    @Override
    public void check() {
        answer();
    }

    @Override
    public void write(List<Sample> samples) {
        throw new UnsupportedOperationException("write");
    }

    @Override
    public List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step) {
        return List.of();
    }

    @Override
    public List<ContainerPlacement> containers(TimeRange range) {
        return List.of();
    }

    @Override
    public List<Series> series(List<SeriesQuery> queries) {
        return List.of();
    }

    @Override
    public List<ProcessPresence> processes(Origin origin, Set<String> names, TimeRange range) {
        answer();
        List<ProcessPresence> presences = new ArrayList<>();
        this.processes.forEach((target, seen) -> {
            Map<String, Instant> within = new HashMap<>(seen);
            within.values().removeIf((time) -> !range.contains(time));
            if (target.origin() == origin && !within.isEmpty()) {
                Instant last = Collections.max(within.values());
                within.keySet().retainAll(names);
                presences.add(new ProcessPresence(target, last, within));
            }
        });
        return presences;
    }

    @Override
    public List<ProcessUsage> topProcesses(Origin origin, String targetId, TimeRange range) {
        return List.of();
    }

}
