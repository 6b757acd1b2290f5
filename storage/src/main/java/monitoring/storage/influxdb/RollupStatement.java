package monitoring.storage.influxdb;

import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.TimeRange;

/**
 * Rolls up some metrics of a measurement within InfluxDB. Of a gauge sum and count are
 * kept instead of the mean, so that the mean over longer buckets is exact however many
 * samples each had; of a counter the last value, as rates are taken from it.
 */
final class RollupStatement {

    private static final String SAMPLES = "sum(\"value\") AS \"sum\", count(\"value\") AS \"count\","
            + " min(\"value\") AS \"min\", max(\"value\") AS \"max\"";

    private static final String BUCKETS = "sum(\"sum\") AS \"sum\", sum(\"count\") AS \"count\","
            + " min(\"min\") AS \"min\", max(\"max\") AS \"max\"";

    private final Source source;

    private final Measurement measurement;

    private final TimeRange slice;

    RollupStatement(Source source, Measurement measurement, TimeRange slice) {
        this.source = source;
        this.measurement = measurement;
        this.slice = slice;
    }

    /** One statement; its answer's only row is a time and how many points it wrote. */
    String text(RollupTier tier, Set<String> metrics, boolean counters) {
        boolean first = tier == RollupTier.FIVE_MINUTES;
        String last = "last(" + (first ? "\"value\"" : "\"last\"") + ") AS \"last\"";
        String gauge = first ? SAMPLES : BUCKETS;
        return "SELECT " + (counters ? last : gauge) + " INTO " + this.source.of(this.measurement, tier) + " FROM "
                + (first ? this.source.of(this.measurement) : this.source.of(this.measurement, RollupTier.FIVE_MINUTES))
                + " WHERE " + InfluxQl.isOneOf(this.measurement.nameTag(), metrics) + " AND "
                + InfluxQl.within(this.slice) + " GROUP BY *" + InfluxQl.buckets(tier.bucket());
    }

    /** How many samples there are. */
    String count() {
        return "SELECT count(\"value\") FROM " + this.source.of(this.measurement) + " WHERE "
                + InfluxQl.within(this.slice);
    }

    /** Whether a metric only grows. */
    static boolean isCounter(Measurement measurement, String metric) {
        return (measurement == Measurement.CONTAINER)
                ? metric.equals("cpu_usage_total") || metric.startsWith("rx_") || metric.startsWith("tx_")
                : metric.startsWith("diskIOStats.") || metric.startsWith("networkIOStats.");
    }

}
