package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import monitoring.storage.metric.Series.Point;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;

/**
 * One line of a chart, put together of series that may overlap, as where a container was
 * replaced within a bucket: gauges are averaged, counters added up.
 */
final class SeriesLine {

    private final SeriesQuery query;

    private final TreeMap<Long, Bucket> buckets = new TreeMap<>();

    SeriesLine(SeriesQuery query) {
        this.query = query;
    }

    /** Adds rows of time, mean and, from a column on, lowest and highest. */
    void addMeans(List<List<Object>> rows, TimeRange range, int extremes) {
        long begin = begin(range);
        for (List<Object> row : rows) {
            long time = ((Number) row.get(0)).longValue();
            if (time >= begin && row.get(1) instanceof Number mean) {
                bucket(time).add(mean.doubleValue(), number(row, extremes, mean), number(row, extremes + 1, mean));
            }
        }
    }

    /** Adds rows of time and change per second. */
    void addRates(List<List<Object>> rows) {
        for (List<Object> row : rows) {
            if (row.get(1) instanceof Number rate) {
                bucket(((Number) row.get(0)).longValue()).add(rate.doubleValue(), 0, 0);
            }
        }
    }

    /**
     * Adds what a counter grew by from row to row; its last value is the third column. A
     * fall is a counter that began anew.
     */
    void addGrowth(List<List<Object>> rows, TimeRange range) {
        long begin = begin(range);
        long before = Long.MIN_VALUE;
        double last = 0;
        for (List<Object> row : rows) {
            if (!(row.get(2) instanceof Number value)) {
                continue;
            }
            long time = ((Number) row.get(0)).longValue();
            double growth = value.doubleValue() - last;
            if (before != Long.MIN_VALUE && time >= begin && growth >= 0) {
                bucket(time).add(growth / ((time - before) / 1000.0), 0, 0);
            }
            before = time;
            last = value.doubleValue();
        }
    }

    private long begin(TimeRange range) {
        return RollupTier.floor(range.from(), this.query.step()).toEpochMilli();
    }

    private Bucket bucket(long time) {
        return this.buckets.computeIfAbsent(time, (key) -> new Bucket());
    }

    private static double number(List<Object> row, int column, Number otherwise) {
        return ((row.size() > column && row.get(column) instanceof Number number) ? number : otherwise).doubleValue();
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>(this.buckets.size());
        this.buckets.forEach(
                (time, bucket) -> points.add(bucket.point(Instant.ofEpochMilli(time), this.query.metric().counter())));
        return points;
    }

    /** What is known of one bucket. */
    private static final class Bucket {

        private double sum;

        private int parts;

        private double lowest = Double.POSITIVE_INFINITY;

        private double highest = Double.NEGATIVE_INFINITY;

        private void add(double value, double lowest, double highest) {
            this.sum += value;
            this.parts++;
            this.lowest = Math.min(this.lowest, lowest);
            this.highest = Math.max(this.highest, highest);
        }

        private Point point(Instant time, boolean counter) {
            return counter ? new Point(time, this.sum)
                    : new Point(time, this.sum / this.parts, this.lowest, this.highest);
        }

    }

}
