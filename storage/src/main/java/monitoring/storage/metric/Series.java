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
     * @param lowest sample in it; the mean where it was not asked for, and of a counter
     * @param highest sample in it; the mean where it was not asked for, and of a counter
     */
    public record Point(Instant time, double value, double lowest, double highest) {

        public Point {
            requireNonNull(time, "time");
        }

        /** A bucket of which only the mean is known. */
        public Point(Instant time, double value) {
            this(time, value, value, value);
        }

    }

}
