package monitoring.batch.job;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessPresence;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TargetUsage.LastSeen;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;

/** Counts what is asked of a store, and how long it takes. */
final class TimedMetrics implements MetricStore {

    private final MetricStore store;

    long nanos;

    int statements;

    TimedMetrics(MetricStore store) {
        this.store = store;
    }

    void reset() {
        this.nanos = 0;
        this.statements = 0;
    }

    private <T> T timed(Supplier<T> call) {
        long begin = System.nanoTime();
        this.statements++;
        try {
            return call.get();
        }
        finally {
            this.nanos += System.nanoTime() - begin;
        }
    }

    @Override
    public List<TargetUsage> usage(MetricWindow window) {
        return timed(() -> this.store.usage(window));
    }

    @Override
    public List<LastSeen> lastSeen(Origin origin, TimeRange range) {
        return timed(() -> this.store.lastSeen(origin, range));
    }

    @Override
    public void prepare() {
        this.store.prepare();
    }

    @Override
    public void check() {
        this.store.check();
    }

    @Override
    public void write(List<Sample> samples) {
        this.store.write(samples);
    }

    @Override
    public List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step) {
        return timed(() -> this.store.usageOverTime(window, targetIds, step));
    }

    @Override
    public List<ContainerPlacement> containers(TimeRange range) {
        return timed(() -> this.store.containers(range));
    }

    @Override
    public List<Series> series(List<SeriesQuery> queries) {
        return timed(() -> this.store.series(queries));
    }

    @Override
    public List<ProcessUsage> topProcesses(Origin origin, String targetId, TimeRange range) {
        return timed(() -> this.store.topProcesses(origin, targetId, range));
    }

    @Override
    public List<ProcessPresence> processes(Origin origin, Set<String> names, TimeRange range) {
        return timed(() -> this.store.processes(origin, names, range));
    }

}
