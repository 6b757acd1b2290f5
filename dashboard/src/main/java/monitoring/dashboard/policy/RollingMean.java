package monitoring.dashboard.policy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import monitoring.storage.metric.Series;

/** The mean of the last buckets of one target, as a window that moves on. */
final class RollingMean {

    private final long window;

    private final Deque<Series.Point> points = new ArrayDeque<>();

    private double sum;

    RollingMean(long windowSeconds) {
        this.window = windowSeconds;
    }

    /**
     * Takes the next bucket.
     * @param point the bucket
     * @param end the end of the bucket
     * @return the mean of the window that ends with it
     */
    double next(Series.Point point, Instant end) {
        this.points.addLast(point);
        this.sum += point.value();
        Instant begin = end.minusSeconds(this.window);
        while (this.points.size() > 1 && this.points.peekFirst().time().isBefore(begin)) {
            this.sum -= this.points.removeFirst().value();
        }
        return this.sum / this.points.size();
    }

}
