package monitoring.storage.metric;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/**
 * Asks for a metric over time, for a chart.
 *
 * @param measurement where it is kept
 * @param metric which one; a counter is answered as change per second; of a family the
 * mean of its gauges, or the sum of its counters
 * @param tags only points with one of these values for each tag; copied
 * @param groupBy tags of which each combination is a series of its own; copied
 * @param range from when to when
 * @param step length of a bucket, over which the mean is taken
 * @param extremes whether the lowest and the highest sample of each bucket of a gauge are
 * wanted too, as a long bucket hides them
 */
public record SeriesQuery(Measurement measurement, MetricName metric, Map<String, Set<String>> tags,
        List<String> groupBy, TimeRange range, Duration step, boolean extremes) {

    public SeriesQuery {
        requireNonNull(measurement, "measurement");
        requireNonNull(metric, "metric");
        requireNonNull(range, "range");
        tags = Map.copyOf(tags);
        groupBy = List.copyOf(groupBy);
        requireBuckets(range, step);
    }

    /** Asks for means alone. */
    public SeriesQuery(Measurement measurement, MetricName metric, Map<String, Set<String>> tags, List<String> groupBy,
            TimeRange range, Duration step) {
        this(measurement, metric, tags, groupBy, range, step, false);
    }

    /** The same with the lowest and the highest sample of each bucket. */
    public SeriesQuery withExtremes() {
        return new SeriesQuery(this.measurement, this.metric, this.tags, this.groupBy, this.range, this.step, true);
    }

    /**
     * Refuses steps that make no sense or too long an answer.
     * @throws IllegalArgumentException if it does
     */
    public static void requireBuckets(TimeRange range, Duration step) {
        if (step.compareTo(Duration.ofSeconds(1)) < 0 || range.length().dividedBy(step) > 10_000) {
            throw new IllegalArgumentException(
                    "step: " + step + " over " + range.length() + " (expected: >= 1s and at most 10000 buckets)");
        }
    }

}
