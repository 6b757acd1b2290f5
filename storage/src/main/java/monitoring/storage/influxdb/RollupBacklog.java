package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * The hours of one measurement, what is known of each, and the names of its metrics,
 * asked for when they are first needed.
 */
final class RollupBacklog {

    private final InfluxClient client;

    private final InfluxProperties properties;

    private final Measurement measurement;

    private final TimeRange range;

    private final Map<Instant, RollupSlice> known;

    private @Nullable List<String> metrics;

    /**
     * The hours of a stretch of time.
     * @param known what the book says of them
     */
    RollupBacklog(InfluxClient client, InfluxProperties properties, Measurement measurement, TimeRange range,
            Map<Instant, RollupSlice> known) {
        this.client = client;
        this.properties = properties;
        this.measurement = measurement;
        this.range = range;
        this.known = known;
    }

    Measurement measurement() {
        return this.measurement;
    }

    /** What is known of the hour that begins then, null for nothing. */
    @Nullable RollupSlice known(Instant begin) {
        return this.known.get(begin);
    }

    boolean isDue(Instant begin, Instant now) {
        RollupSlice slice = this.known.get(begin);
        return this.range.contains(begin) && (slice == null || slice.isDue(now));
    }

    Instant oldest() {
        return this.range.from();
    }

    List<String> metrics(boolean counters) {
        List<String> names = this.metrics;
        if (names == null) {
            names = ask();
            this.metrics = names;
        }
        return names.stream()
            .filter((metric) -> RollupStatement.isCounter(this.measurement, metric) == counters)
            .toList();
    }

    private List<String> ask() {
        List<String> names = new ArrayList<>();
        this.client.query(
                "SHOW TAG VALUES ON " + InfluxQl.name(this.properties.databases().of(this.measurement)) + " FROM "
                        + InfluxQl.name(this.properties.measurements().of(this.measurement)) + " WITH KEY = "
                        + InfluxQl.name(this.measurement.nameTag()),
                (number, tags, rows) -> rows.forEach((row) -> names.add(String.valueOf(row.get(1)))));
        return names;
    }

}
