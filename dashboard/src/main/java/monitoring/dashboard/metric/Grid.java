package monitoring.dashboard.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import monitoring.storage.metric.Series;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * The common times of the lines of a board; a bucket without data is null, so that a line
 * is broken there.
 */
final class Grid {

    private final long start;

    private final long step;

    private final int size;

    Grid(TimeRange range, Duration step) {
        this.step = step.toMillis();
        this.start = Math.floorDiv(range.from().toEpochMilli(), this.step) * this.step;
        this.size = (int) ((range.to().toEpochMilli() - this.start + this.step - 1) / this.step);
    }

    List<Long> times() {
        List<Long> times = new ArrayList<>(this.size);
        for (int i = 0; i < this.size; i++) {
            times.add(this.start + i * this.step);
        }
        return times;
    }

    /** The values of a series at the times. */
    @Nullable Double[] values(Series series) {
        @Nullable Double[] values = new Double[this.size];
        for (Series.Point point : series.points()) {
            long index = Math.floorDiv(point.time().toEpochMilli() - this.start, this.step);
            if (index >= 0 && index < this.size) {
                values[(int) index] = point.value();
            }
        }
        return values;
    }

    /** A line of values, each changed. */
    Chart.Line line(String name, @Nullable Double[] values, DoubleUnaryOperator change) {
        List<@Nullable Double> line = new ArrayList<>(values.length);
        for (Double value : values) {
            line.add((value == null) ? null : rounded(change.applyAsDouble(value)));
        }
        return new Chart.Line(name, line);
    }

    Chart.Line line(String name, Series series) {
        return line(name, values(series), DoubleUnaryOperator.identity());
    }

    /** The mean of several series at each time. */
    @Nullable Double[] mean(List<Series> all) {
        double[] sums = new double[this.size];
        int[] counts = new int[this.size];
        for (Series series : all) {
            @Nullable Double[] values = values(series);
            for (int i = 0; i < this.size; i++) {
                Double value = values[i];
                if (value != null) {
                    sums[i] += value;
                    counts[i]++;
                }
            }
        }
        @Nullable Double[] mean = new Double[this.size];
        Arrays.setAll(mean, (i) -> (counts[i] == 0) ? null : sums[i] / counts[i]);
        return mean;
    }

    /** The highest sample of several series in each bucket. */
    @Nullable Double[] highest(List<Series> all) {
        @Nullable Double[] highest = new Double[this.size];
        for (Series series : all) {
            for (Series.Point point : series.points()) {
                long index = Math.floorDiv(point.time().toEpochMilli() - this.start, this.step);
                if (index >= 0 && index < this.size) {
                    Double known = highest[(int) index];
                    highest[(int) index] = (known == null) ? point.highest() : Math.max(known, point.highest());
                }
            }
        }
        return highest;
    }

    /** What is left of a whole, in percent: 100 less the part. */
    @Nullable Double[] usedPercent(Series whole, Series left) {
        @Nullable Double[] wholes = values(whole);
        @Nullable Double[] lefts = values(left);
        @Nullable Double[] used = new Double[this.size];
        for (int i = 0; i < this.size; i++) {
            Double all = wholes[i];
            Double rest = lefts[i];
            used[i] = (all == null || rest == null || all <= 0) ? null : 100 - rest / all * 100;
        }
        return used;
    }

    /** Four digits are enough for a chart, and less to send. */
    private static double rounded(double value) {
        double scale = (Math.abs(value) >= 1000) ? 1 : 1000;
        return Math.rint(value * scale) / scale;
    }

}
