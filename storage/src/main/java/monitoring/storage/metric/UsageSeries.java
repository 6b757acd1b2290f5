package monitoring.storage.metric;

import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * The usage of one target over time.
 *
 * @param target of what
 * @param points in order of time, buckets without data left out; copied
 */
public record UsageSeries(MetricTarget target, List<Series.Point> points) {

    public UsageSeries {
        requireNonNull(target, "target");
        points = List.copyOf(points);
    }

}
