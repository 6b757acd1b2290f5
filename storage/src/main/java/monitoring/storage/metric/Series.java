package monitoring.storage.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * The answer to a {@link SeriesQuery}: values over time.
 *
 * @param query what was asked
 * @param tags which of the groups it is; copied
 * @param points in order of time, buckets without data left out; copied
 */
public record Series(SeriesQuery query, Map<String, String> tags, List<Point> points) {

    public Series {
        requireNonNull(query, "query");
        tags = Map.copyOf(tags);
        points = List.copyOf(points);
    }

    /**
     * One bucket.
     *
     * @param time its begin
     * @param value its mean
     */
    public record Point(Instant time, double value) {

        public Point {
            requireNonNull(time, "time");
        }

    }

}
