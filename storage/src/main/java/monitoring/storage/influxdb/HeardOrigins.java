package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.LastSamples;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage.LastSeen;

/**
 * Tells the targets of several origins apart by the measurement they come in, and keeps
 * when each was heard of last.
 */
final class HeardOrigins implements InfluxClient.AnswerReader {

    private final Map<String, Origin> byMeasurement = new HashMap<>();

    private final Map<Origin, LastSamples> byOrigin = new EnumMap<>(Origin.class);

    private final RecentTimes times = new RecentTimes();

    HeardOrigins(Source source, Set<Origin> origins) {
        origins.forEach((origin) -> {
            this.byOrigin.put(origin, new LastSamples());
            this.byMeasurement.put(source.nameOf(Measurement.of(origin)), origin);
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
        Origin origin = this.byMeasurement.get(measurement);
        if (origin == null || rows.isEmpty()) {
            return;
        }
        Instant time = this.times.of(((Number) rows.get(0).get(0)).longValue());
        LastSamples samples = this.byOrigin.get(origin);
        if (Measurement.of(origin) == Measurement.CONTAINER) {
            String guid = tags.getOrDefault(Tags.APPLICATION_ID, "");
            if (!guid.isEmpty()) {
                samples.put(guid, tags.getOrDefault(Tags.APPLICATION_INDEX, ""), time);
            }
            return;
        }
        MetricTarget target = Targets.read(origin, tags);
        if (target != null) {
            samples.put(new LastSeen(target, time));
        }
    }

    Map<Origin, LastSamples> lastSeen() {
        return this.byOrigin;
    }

}
