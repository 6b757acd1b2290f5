package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TargetUsage;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;

/** Keeps samples in InfluxDB 1.x. */
final class InfluxMetricStore implements MetricStore, AutoCloseable {

    private final InfluxClient client;

    private final InfluxSchema schema;

    private final InfluxWriter writer;

    private final Source source;

    InfluxMetricStore(InfluxProperties properties) {
        this.client = new InfluxClient(properties);
        this.schema = new InfluxSchema(this.client, properties);
        this.writer = new InfluxWriter(this.client, properties);
        this.source = new Source(properties);
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
        UsageStatement statement = new UsageStatement(this.source, window, Set.of(), null);
        UsageAnswer answer = new UsageAnswer(window.origin(), statement);
        this.client.query(statement.text(), (number, tags, rows) -> answer.add(tags, rows));
        if (!answer.changed().isEmpty()) {
            lastSeen(window.origin(), window.range(), answer.changed()).forEach((seen) -> answer.rename(seen.target()));
        }
        return answer.usage();
    }

    @Override
    public List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step) {
        SeriesQuery.requireBuckets(window.range(), step);
        UsageStatement statement = new UsageStatement(this.source, window, targetIds, step);
        UsageAnswer answer = new UsageAnswer(window.origin(), statement);
        this.client.query(statement.text(), (number, tags, rows) -> answer.add(tags, rows));
        return answer.series(targetIds);
    }

    @Override
    public List<ContainerPlacement> containers(TimeRange range) {
        PresenceAnswer answer = new PresenceAnswer(Origin.CONTAINER);
        this.client.query(PresenceStatement.containers(this.source, range),
                (number, tags, rows) -> answer.add(tags, rows));
        return answer.placements();
    }

    @Override
    public List<TargetUsage.LastSeen> lastSeen(Origin origin, TimeRange range) {
        return lastSeen(origin, range, Set.of());
    }

    private List<TargetUsage.LastSeen> lastSeen(Origin origin, TimeRange range, Set<String> targetIds) {
        PresenceAnswer answer = new PresenceAnswer(origin);
        this.client.query(PresenceStatement.lastSeen(this.source, origin, range, targetIds),
                (number, tags, rows) -> answer.add(tags, rows));
        return answer.lastSeen();
    }

    @Override
    public List<Series> series(List<SeriesQuery> queries) {
        if (queries.isEmpty()) {
            return List.of();
        }
        StringJoiner statements = new StringJoiner(";\n");
        queries.forEach((query) -> statements.add(new SeriesStatement(this.source, query).text()));
        List<Series> series = new ArrayList<>(queries.size());
        this.client.query(statements.toString(),
                (number, tags, rows) -> series.add(new Series(queries.get(number), tags, points(rows))));
        return series;
    }

    private static List<Series.Point> points(List<List<Object>> rows) {
        List<Series.Point> points = new ArrayList<>(rows.size());
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number value) {
                points.add(
                        new Series.Point(Instant.ofEpochMilli(((Number) row.get(0)).longValue()), value.doubleValue()));
            }
        }
        return points;
    }

    @Override
    public List<ProcessUsage> topProcesses(Origin origin, String targetId, TimeRange range) {
        ProcessAnswer answer = new ProcessAnswer();
        this.client.query(ProcessAnswer.statement(this.source, origin, targetId, range),
                (number, tags, rows) -> answer.add(rows));
        return answer.largestFirst();
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
