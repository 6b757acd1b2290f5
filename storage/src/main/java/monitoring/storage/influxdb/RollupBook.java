package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.TimeRange;

/**
 * Which hours are rolled up: one point an hour and measurement, kept beside the rollups
 * themselves so that neither outlives the other.
 */
final class RollupBook {

    private static final String NAME = "rollup_slices";

    /** Characters; some hundred slices. */
    private static final int MOST_NOTED = 30_000;

    private final Map<String, StringBuilder> noted = new HashMap<>();

    private final InfluxClient client;

    private final InfluxProperties properties;

    RollupBook(InfluxClient client, InfluxProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /**
     * The slices of a stretch of time by their begin; none where there are no rollups.
     */
    Map<Instant, RollupSlice> read(RollupTier tier, Measurement measurement, TimeRange range) {
        Map<Instant, RollupSlice> slices = new HashMap<>();
        String statement = "SELECT \"samples\", \"checked\", \"checks\" FROM "
                + InfluxQl.name(this.properties.databases().of(measurement)) + "." + InfluxQl.name(tier.policy()) + "."
                + InfluxQl.name(NAME) + " WHERE \"of\" = "
                + InfluxQl.string(this.properties.measurements().of(measurement)) + " AND " + InfluxQl.within(range);
        try {
            this.client.query(statement, (number, tags, rows) -> rows
                .forEach((row) -> slices.put(Instant.ofEpochMilli(number(row, 0)),
                        new RollupSlice(number(row, 1), Instant.ofEpochMilli(number(row, 2)), (int) number(row, 3)))));
        }
        catch (MetricStoreException ex) {
            if (!isWithoutRollups(ex)) {
                throw ex;
            }
        }
        return slices;
    }

    /** Notes what is known of a slice; it is kept when it is flushed, or with many. */
    void note(Measurement measurement, Instant begin, RollupSlice slice) {
        StringBuilder lines = this.noted.computeIfAbsent(this.properties.databases().of(measurement),
                (database) -> new StringBuilder());
        lines.append(NAME)
            .append(",of=")
            .append(this.properties.measurements().of(measurement))
            .append(" samples=")
            .append(slice.samples())
            .append("i,checked=")
            .append(slice.checked().toEpochMilli())
            .append("i,checks=")
            .append(slice.checks())
            .append("i ")
            .append(begin.toEpochMilli())
            .append('\n');
        if (lines.length() > MOST_NOTED) {
            flush();
        }
    }

    /**
     * Keeps what was noted; last in the finer tier, whose word counts for what is left to
     * do.
     */
    void flush() {
        this.noted.forEach((database, lines) -> {
            for (RollupTier tier : RollupTier.values()) {
                this.client.write(database, tier.policy(), lines.toString());
            }
        });
        this.noted.clear();
    }

    private static boolean isWithoutRollups(MetricStoreException ex) {
        String message = String.valueOf(ex.getMessage());
        return message.contains("retention policy not found") || message.contains("database not found");
    }

    private static long number(List<Object> row, int column) {
        return ((Number) row.get(column)).longValue();
    }

}
