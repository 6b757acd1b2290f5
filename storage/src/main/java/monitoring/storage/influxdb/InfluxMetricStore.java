package monitoring.storage.influxdb;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.LastSamples;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessPresence;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;
import monitoring.storage.metric.UsageTable;

/** Keeps samples in InfluxDB 1.x. */
final class InfluxMetricStore implements MetricStore, AutoCloseable {

    private final InfluxClient client;

    private final InfluxSchema schema;

    private final InfluxWriter writer;

    private final Source source;

    private final UsageReader usage;

    private final RollupBook rollups;

    InfluxMetricStore(InfluxProperties properties) {
        this.client = new InfluxClient(properties);
        this.schema = new InfluxSchema(this.client, properties);
        this.writer = new InfluxWriter(this.client, properties);
        this.source = new Source(properties);
        this.rollups = new RollupBook(this.client, properties);
        this.usage = new UsageReader(this.client, this.source, this.rollups);
    }

    @Override
    public void prepare() {
        this.schema.create();
    }

    @Override
    public void check() {
        this.schema.check();
    }

    @Override
    public void write(List<Sample> samples) {
        this.writer.write(samples);
    }

    @Override
    public List<TargetUsage> usage(MetricWindow window) {
        return this.usage.usage(window);
    }

    @Override
    public UsageTable usages(Origin origin, Set<Resource> resources, TimeRange range) {
        return new UsageTableReader(this.client, this.source, this.usage).read(origin, resources, range);
    }

    @Override
    public List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step) {
        SeriesQuery.requireBuckets(window.range(), step);
        return this.usage.usageOverTime(window, targetIds, step);
    }

    @Override
    public List<ContainerPlacement> containers(TimeRange range) {
        PresenceAnswer answer = new PresenceAnswer();
        this.client.query(PresenceStatement.containers(this.source, range),
                (number, tags, rows) -> answer.add(tags, rows));
        return answer.placements();
    }

    @Override
    public List<ContainerPlacement> containers(Set<String> ids, Set<String> cells, TimeRange range) {
        if (ids.isEmpty() && cells.isEmpty()) {
            return List.of();
        }
        Set<String> apps = new HashSet<>();
        ids.forEach((id) -> apps.add(id.substring(0, Math.max(id.lastIndexOf('/'), 0))));
        String statement = PresenceStatement.containers(this.source, apps, cells, range);
        if (statement == null) {
            return MetricStore.super.containers(ids, cells, range);
        }
        PresenceAnswer answer = new PresenceAnswer();
        this.client.query(statement, (number, tags, rows) -> answer.add(tags, rows));
        return answer.placements()
            .stream()
            .filter((one) -> ids.contains(one.target().id()) || cells.contains(one.target().ip()))
            .toList();
    }

    @Override
    public List<TargetUsage.LastSeen> lastSeen(Origin origin, TimeRange range) {
        HeardAnswer answer = new HeardAnswer(origin);
        this.client.query(PresenceStatement.lastSeen(this.source, origin, range, Set.of()),
                (number, tags, rows) -> answer.add(tags, rows));
        return answer.lastSeen();
    }

    @Override
    public Map<Origin, LastSamples> lastSeen(Set<Origin> origins, TimeRange range) {
        HeardOrigins answer = new HeardOrigins(this.source, origins);
        if (!answer.isDistinct()) {
            return MetricStore.super.lastSeen(origins, range);
        }
        this.client.query(PresenceStatement.lastSeen(this.source, origins, range), answer);
        return answer.lastSeen();
    }

    @Override
    public List<Series> series(List<SeriesQuery> queries) {
        if (queries.isEmpty()) {
            return List.of();
        }
        SeriesAnswer answer = new SeriesAnswer(queries);
        this.client.query(answer.statements(this.source, new Coverage(this.rollups)), answer);
        return answer.series();
    }

    @Override
    public List<ProcessUsage> topProcesses(Origin origin, String targetId, TimeRange range) {
        ProcessAnswer answer = new ProcessAnswer();
        this.client.query(ProcessAnswer.statement(this.source, origin, targetId, range),
                (number, tags, rows) -> answer.add(rows));
        return answer.largestFirst();
    }

    @Override
    public List<ProcessPresence> processes(Origin origin, Set<String> names, TimeRange range) {
        ProcessPresenceAnswer answer = new ProcessPresenceAnswer(origin);
        this.client.query(ProcessPresenceAnswer.statements(this.source, origin, names, range), answer);
        return answer.presences();
    }

    @Override
    public void close() {
        this.client.close();
    }

    @Override
    public String toString() {
        return this.client.toString();
    }

}
