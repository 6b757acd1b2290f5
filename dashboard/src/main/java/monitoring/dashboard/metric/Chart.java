package monitoring.dashboard.metric;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One chart: lines over common times, and the limits that are drawn in.
 *
 * @param id key of its title, such as {@code cpu}
 * @param unit percent, bytes, bytesPerSecond, perSecond or plain
 * @param lines its lines; copied
 * @param limits where somebody is alarmed; copied
 */
record Chart(String id, String unit, List<Line> lines, List<Limit> limits) {

    Chart {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    /**
     * One line.
     *
     * @param name what it is of
     * @param values one for each time of the board, null where nothing was measured
     */
    record Line(String name, List<@Nullable Double> values) {
    }

    /**
     * A limit of a policy.
     *
     * @param severity warning or critical
     * @param value in the unit of the chart
     */
    record Limit(String severity, double value) {
    }

    /**
     * All charts of a target over one stretch of time.
     *
     * @param from begin, epoch milliseconds
     * @param to end, epoch milliseconds
     * @param times begins of the buckets, epoch milliseconds
     * @param charts the charts
     * @param marks alarms on the time axis
     * @param away why there is nothing, empty if the store answered
     */
    record Board(long from, long to, List<Long> times, List<Chart> charts, List<Mark> marks, String away) {
    }

    /**
     * An alarm on the time axis.
     *
     * @param from when it was raised, epoch milliseconds
     * @param to when it was resolved, epoch milliseconds; null while it is open
     * @param severity how bad
     * @param resource of which resource
     * @param link its page
     */
    record Mark(long from, @Nullable Long to, String severity, String resource, String link) {
    }

}
