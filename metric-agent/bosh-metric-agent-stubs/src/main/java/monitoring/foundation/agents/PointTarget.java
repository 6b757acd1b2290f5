package monitoring.foundation.agents;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

import org.jspecify.annotations.Nullable;

/**
 * What points are measured of: their tags without the one that names the metric, also as
 * the ends of a line of the line protocol between which the metric's name belongs.
 */
final class PointTarget {

    private final Measurement measurement;

    private final Map<String, String> tags;

    private byte @Nullable [] head;

    private byte @Nullable [] tail;

    PointTarget(Measurement measurement, Map<String, String> tags) {
        this.measurement = measurement;
        this.tags = Map.copyOf(tags);
    }

    /** The same with the name of a process. */
    PointTarget ofProcess(Measurement processMeasurement, String process) {
        Map<String, String> withProcess = new TreeMap<>(this.tags);
        withProcess.put(Tags.PROCESS_NAME, process);
        return new PointTarget(processMeasurement, withProcess);
    }

    Measurement measurement() {
        return this.measurement;
    }

    Map<String, String> tags() {
        return this.tags;
    }

    /** The begin of a line, up to the metric's name. */
    byte[] head(InfluxProperties.Measurements names) {
        if (this.head == null) {
            this.head = (names.of(this.measurement) + tags((name) -> name < 0) + "," + this.measurement.nameTag() + "=")
                .getBytes(StandardCharsets.UTF_8);
        }
        return this.head;
    }

    /** What follows the metric's name, up to the first field. */
    byte[] tail() {
        if (this.tail == null) {
            this.tail = (tags((name) -> name > 0) + " ").getBytes(StandardCharsets.UTF_8);
        }
        return this.tail;
    }

    /** The tags on one side of the metric's name, sorted: else the server sorts them. */
    private String tags(IntPredicate side) {
        StringBuilder line = new StringBuilder();
        new TreeMap<>(this.tags).forEach((name, value) -> {
            if (side.test(name.compareTo(this.measurement.nameTag()))) {
                line.append(',').append(name).append('=').append(escape(value));
            }
        });
        return line.toString();
    }

    private static String escape(String value) {
        return value.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

}
