package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;

/**
 * The lines of a chart: those of gauges as InfluxDB averages them, those of counters
 * added up, such as all interfaces of a VM. One query may be answered by several
 * statements, each for a part of its time, and one statement may answer several queries.
 */
final class SeriesAnswer implements InfluxClient.AnswerReader {

    /** A column that is in no answer. */
    private static final int NOT_ASKED = Integer.MAX_VALUE - 1;

    private final List<SeriesQuery> queries;

    /** What a statement is for. */
    private final List<Asked> asked = new ArrayList<>();

    private final List<Map<Map<String, String>, SeriesLine>> lines = new ArrayList<>();

    SeriesAnswer(List<SeriesQuery> queries) {
        this.queries = queries;
        queries.forEach((query) -> this.lines.add(new LinkedHashMap<>()));
    }

    String statements(Source source, Coverage coverage) {
        StringJoiner statements = new StringJoiner(";\n");
        for (SeriesBundle bundle : SeriesBundle.of(this.queries)) {
            for (Coverage.Part part : coverage.parts(bundle.lead())) {
                statements.add(new SeriesStatement(source, bundle, part).text());
                this.asked.add(new Asked(bundle, part));
            }
        }
        return statements.toString();
    }

    @Override
    public void series(int statement, Map<String, String> tags, List<List<Object>> rows) {
        Asked one = this.asked.get(statement);
        for (int number : one.bundle().asking(tags)) {
            SeriesQuery query = this.queries.get(number);
            Map<String, String> group = new HashMap<>();
            query.groupBy().forEach((tag) -> group.put(tag, tags.getOrDefault(tag, "")));
            SeriesLine line = this.lines.get(number).computeIfAbsent(group, (key) -> new SeriesLine(query));
            boolean both = one.bundle().hasGauges() && one.bundle().hasCounters();
            if (!query.metric().counter()) {
                line.addMeans(rows, one.part().range(), query.extremes() ? (both ? 3 : 2) : NOT_ASKED);
            }
            else if (both) {
                line.addGrowth(rows, one.part().range());
            }
            else {
                line.addRates(rows);
            }
        }
    }

    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int number = 0; number < this.queries.size(); number++) {
            SeriesQuery query = this.queries.get(number);
            this.lines.get(number).forEach((tags, line) -> series.add(new Series(query, tags, line.points())));
        }
        return series;
    }

    /** What a statement is for. */
    private record Asked(SeriesBundle bundle, Coverage.Part part) {
    }

}
