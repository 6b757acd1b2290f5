package monitoring.storage.influxdb;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TargetUsage.LastSeen;

/** Tells the targets of several origins apart by the measurement they come in. */
final class HeardOrigins implements InfluxClient.AnswerReader {

    private final Map<String, HeardAnswer> byMeasurement = new HashMap<>();

    private final Map<Origin, HeardAnswer> byOrigin = new EnumMap<>(Origin.class);

    HeardOrigins(Source source, Set<Origin> origins) {
        origins.forEach((origin) -> {
            HeardAnswer answer = new HeardAnswer(origin);
            this.byOrigin.put(origin, answer);
            this.byMeasurement.put(source.nameOf(Measurement.of(origin)), answer);
        });
    }

    /** Whether each origin has a measurement with a name of its own. */
    boolean isDistinct() {
        return this.byMeasurement.size() == this.byOrigin.size();
    }

    @Override
    public void series(int statement, Map<String, String> tags, List<List<Object>> rows) {
        throw new IllegalStateException(
                "answer: no measurement (expected: one of " + this.byMeasurement.keySet() + ")");
    }

    @Override
    public void series(int statement, String measurement, Map<String, String> tags, List<List<Object>> rows) {
        HeardAnswer answer = this.byMeasurement.get(measurement);
        if (answer != null) {
            answer.add(tags, rows);
        }
    }

    Map<Origin, List<LastSeen>> lastSeen() {
        Map<Origin, List<LastSeen>> seen = new EnumMap<>(Origin.class);
        this.byOrigin.forEach((origin, answer) -> seen.put(origin, answer.lastSeen()));
        return seen;
    }

}
