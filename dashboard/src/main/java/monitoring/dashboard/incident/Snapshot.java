package monitoring.dashboard.incident;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import monitoring.storage.metric.Resource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * What could be seen when an incident was opened, as the batch kept it.
 *
 * @param at when it was taken
 * @param resource of the values
 * @param line its values over the hour before, points of a polyline in a box of 600 by
 * 100; empty if there are none
 * @param highest the highest value
 * @param processes the largest processes
 * @param errors the newest error lines
 * @param missing what a store that was away left out, in its words
 */
public record Snapshot(@Nullable Instant at, Resource resource, String line, double highest, List<Process> processes,
        List<Line> errors, List<String> missing) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads one; null where there is none or it cannot be read. */
    static @Nullable Snapshot read(String json) {
        if (json.isBlank()) {
            return null;
        }
        try {
            return of(JSON.readTree(json));
        }
        catch (JacksonException | IllegalArgumentException ex) {
            return null;
        }
    }

    private static Snapshot of(JsonNode root) {
        List<Double> values = new ArrayList<>();
        root.path("values").forEach((one) -> values.add(one.path("value").asDouble(0)));
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Process> processes = new ArrayList<>();
        root.path("processes")
            .forEach(
                    (one) -> processes.add(new Process(one.path("name").asString(""), one.path("memory").asDouble(0))));
        List<Line> errors = new ArrayList<>();
        root.path("errors")
            .forEach((one) -> errors.add(new Line(one.path("id").asString(""), moment(one.path("time").asString("")),
                    one.path("message").asString(""))));
        List<String> missing = new ArrayList<>();
        for (String part : List.of("values", "processes", "errors", "scaled")) {
            String words = root.path(part + "Missing").asString("");
            if (!words.isEmpty()) {
                missing.add(words);
            }
        }
        return new Snapshot(moment(root.path("at").asString("")),
                Resource.valueOf(root.path("resource").asString("CPU")), polyline(values, Math.max(100, highest)),
                highest, processes, errors, missing);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        }
        catch (DateTimeParseException ex) {
            throw new IllegalArgumentException("time of a snapshot: " + text + " (expected: ISO 8601)", ex);
        }
    }

    private static String polyline(List<Double> values, double scale) {
        if (values.size() < 2) {
            return "";
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", 600.0 * i / (values.size() - 1),
                    100 - 100 * values.get(i) / scale));
        }
        return points.toString().strip();
    }

    /**
     * A process.
     *
     * @param name its name
     * @param memory bytes it held
     */
    public record Process(String name, double memory) {
    }

    /**
     * A log line.
     *
     * @param id of its document
     * @param time when it was written, null if that is not kept
     * @param message its text
     */
    public record Line(String id, @Nullable Instant time, String message) {
    }

}
