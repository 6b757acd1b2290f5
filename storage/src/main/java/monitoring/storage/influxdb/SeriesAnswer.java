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
import monitoring.storage.metric.Series.Point;
import monitoring.storage.metric.SeriesQuery;

/**
 * The lines of a chart: those of gauges as InfluxDB averages them, those of counters
 * added up, such as all interfaces of a VM. One query may be answered by several
 * statements, each for a part of its time.
 */
final class SeriesAnswer implements InfluxClient.AnswerReader {

    private final List<SeriesQuery> queries;

    /** Which query a statement is for. */
    private final List<Integer> asked = new ArrayList<>();

    private final List<Map<Map<String, String>, TreeMap<Long, Point>>> lines = new ArrayList<>();

    SeriesAnswer(List<SeriesQuery> queries) {
        this.queries = queries;
        queries.forEach((query) -> this.lines.add(new LinkedHashMap<>()));
    }

    String statements(Source source, Coverage coverage) {
        StringJoiner statements = new StringJoiner(";\n");
        for (int number = 0; number < this.queries.size(); number++) {
            for (Coverage.Part part : coverage.parts(this.queries.get(number))) {
                statements.add(new SeriesStatement(source, this.queries.get(number), part).text());
                this.asked.add(number);
            }
        }
        return statements.toString();
    }

    @Override
    public void series(int statement, Map<String, String> tags, List<List<Object>> rows) {
        int number = this.asked.get(statement);
        Map<String, String> group = new HashMap<>();
        this.queries.get(number).groupBy().forEach((tag) -> group.put(tag, tags.getOrDefault(tag, "")));
        TreeMap<Long, Point> line = this.lines.get(number).computeIfAbsent(group, (key) -> new TreeMap<>());
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number value) {
                long time = ((Number) row.get(0)).longValue();
                line.merge(time, point(time, value.doubleValue(), row), SeriesAnswer::sum);
            }
        }
    }

    private static Point point(long time, double value, List<Object> row) {
        Instant begin = Instant.ofEpochMilli(time);
        return (row.size() > 3 && row.get(2) instanceof Number lowest && row.get(3) instanceof Number highest)
                ? new Point(begin, value, lowest.doubleValue(), highest.doubleValue()) : new Point(begin, value);
    }

    private static Point sum(Point one, Point other) {
        return new Point(one.time(), one.value() + other.value(), one.lowest() + other.lowest(),
                one.highest() + other.highest());
    }

    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int number = 0; number < this.queries.size(); number++) {
            SeriesQuery query = this.queries.get(number);
            this.lines.get(number)
                .forEach((tags, line) -> series.add(new Series(query, tags, List.copyOf(line.values()))));
        }
        return series;
    }

}
