package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;

/**
 * The lines of a chart: those of gauges as InfluxDB averages them, those of counters
 * added up, such as all interfaces of a VM.
 */
final class SeriesAnswer implements InfluxClient.AnswerReader {

    private final List<SeriesQuery> queries;

    private final List<Map<Map<String, String>, TreeMap<Long, Double>>> lines = new ArrayList<>();

    SeriesAnswer(List<SeriesQuery> queries) {
        this.queries = queries;
        queries.forEach((query) -> this.lines.add(new LinkedHashMap<>()));
    }

    String statements(Source source) {
        StringJoiner statements = new StringJoiner(";\n");
        this.queries.forEach((query) -> statements.add(new SeriesStatement(source, query).text()));
        return statements.toString();
    }

    @Override
    public void series(int statement, Map<String, String> tags, List<List<Object>> rows) {
        Map<String, String> group = new HashMap<>();
        this.queries.get(statement).groupBy().forEach((tag) -> group.put(tag, tags.getOrDefault(tag, "")));
        TreeMap<Long, Double> line = this.lines.get(statement).computeIfAbsent(group, (key) -> new TreeMap<>());
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number value) {
                line.merge(((Number) row.get(0)).longValue(), value.doubleValue(), Double::sum);
            }
        }
    }

    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int number = 0; number < this.queries.size(); number++) {
            SeriesQuery query = this.queries.get(number);
            this.lines.get(number).forEach((tags, line) -> {
                List<Series.Point> points = new ArrayList<>(line.size());
                line.forEach((time, value) -> points.add(new Series.Point(Instant.ofEpochMilli(time), value)));
                series.add(new Series(query, tags, points));
            });
        }
        return series;
    }

}
