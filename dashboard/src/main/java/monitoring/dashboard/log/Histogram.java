package monitoring.dashboard.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import monitoring.storage.log.LogCount;

/**
 * Events over time, as bars.
 *
 * @param counts one a bucket, in order of time
 * @param step length of a bucket
 */
public record Histogram(List<LogCount> counts, Duration step) {

    public long highest() {
        return Math.max(1, this.counts.stream().mapToLong(LogCount::count).max().orElse(1));
    }

    public long total() {
        return this.counts.stream().mapToLong(LogCount::count).sum();
    }

    public long errors() {
        return this.counts.stream().mapToLong(LogCount::errors).sum();
    }

    /** The bars in a drawing of 100 by 100. */
    public List<Bar> bars() {
        double width = 100.0 / Math.max(1, this.counts.size());
        double scale = 100.0 / highest();
        List<LogCount> all = this.counts;
        return IntStream.range(0, all.size()).mapToObj((i) -> {
            LogCount one = all.get(i);
            double height = scale * one.count();
            double errors = scale * one.errors();
            return new Bar(one, one.time().plus(this.step), i * width, width * 0.82, new Heights(
                    (one.count() > 0) ? Math.max(2, height) : 0, (one.errors() > 0) ? Math.max(2, errors) : 0));
        }).toList();
    }

    /**
     * One bar.
     *
     * @param count its bucket
     * @param end end of its bucket
     * @param x where it begins
     * @param width how wide it is
     * @param heights how high it is
     */
    public record Bar(LogCount count, Instant end, double x, double width, Heights heights) {
    }

    /**
     * How high a bar is.
     *
     * @param all of all events
     * @param errors of the errors among them
     */
    public record Heights(double all, double errors) {
    }

}
