package monitoring.foundation.agents;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

/**
 * What points are measured of: their tags without the one that names the metric, also as
 * the ends of a line of the line protocol between which the metric's name belongs.
 */
final class PointTarget {

    private final Measurement measurement;

    private final Map<String, String> tags;

    private final byte[] head;

    private final byte[] tail;

    PointTarget(Measurement measurement, String wireName, Map<String, String> tags) {
        this.measurement = measurement;
        this.tags = Map.copyOf(tags);
        StringBuilder before = new StringBuilder(wireName);
        StringBuilder after = new StringBuilder();
        String nameTag = measurement.nameTag();
        new TreeMap<>(tags).forEach((name, value) -> {
            StringBuilder part = (name.compareTo(nameTag) < 0) ? before : after;
            part.append(',').append(name).append('=').append(escape(value));
        });
        before.append(',').append(nameTag).append('=');
        this.head = before.toString().getBytes(StandardCharsets.UTF_8);
        this.tail = after.append(' ').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String value) {
        return value.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    /** The same with the name of a process. */
    PointTarget ofProcess(Measurement processMeasurement, String wireName, String process) {
        Map<String, String> withProcess = new TreeMap<>(this.tags);
        withProcess.put(Tags.PROCESS_NAME, process);
        return new PointTarget(processMeasurement, wireName, withProcess);
    }

    Measurement measurement() {
        return this.measurement;
    }

    Map<String, String> tags() {
        return this.tags;
    }

    byte[] head() {
        return this.head;
    }

    byte[] tail() {
        return this.tail;
    }

}
