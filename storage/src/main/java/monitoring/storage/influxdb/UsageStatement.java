package monitoring.storage.influxdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/** The one statement that asks for the usage of all targets of a window. */
final class UsageStatement {

    private final Source source;

    private final MetricWindow window;

    private final UsageFormula formula;

    private final Set<String> targetIds;

    private final @Nullable Duration step;

    UsageStatement(Source source, MetricWindow window, Set<String> targetIds, @Nullable Duration step) {
        this.source = source;
        this.window = window;
        this.formula = UsageFormula.of(window.origin(), window.resource());
        this.targetIds = targetIds;
        this.step = step;
    }

    /** Columns of the answer: time, mean, count and, where there is one, the limit. */
    String text() {
        return this.formula.counter() ? growth() : values();
    }

    private String values() {
        String limit = this.formula.limit().isEmpty() ? "" : ", mean(" + InfluxQl.name(this.formula.limit()) + ")";
        return "SELECT mean(\"value\"), count(\"value\")" + limit + " FROM " + from() + " WHERE "
                + condition(this.window.range()) + groups();
    }

    /**
     * The derivative is taken within each container's own series: a restart begins a new
     * one, and a counter that falls is left out.
     */
    private String growth() {
        TimeRange range = this.window.range();
        TimeRange reach = (this.step == null) ? range : new TimeRange(range.from().minus(this.step), range.to());
        return "SELECT mean(\"rate\"), count(\"rate\") FROM (SELECT non_negative_derivative(\"value\", 1s) AS \"rate\" FROM "
                + from() + " WHERE " + condition(reach) + " GROUP BY "
                + InfluxQl.names(Source.counterTags(this.window.origin())) + ") WHERE " + InfluxQl.within(range)
                + groups();
    }

    private String from() {
        return this.source.of(Measurement.of(this.window.origin()));
    }

    private String condition(TimeRange range) {
        String nameTag = Measurement.of(this.window.origin()).nameTag();
        return InfluxQl.isOneOf(nameTag, UsageFormula.metrics(this.window.origin(), this.window.resource()))
                + Source.restrictedTo(this.window.origin(), this.targetIds) + " AND " + InfluxQl.within(range);
    }

    private String groups() {
        List<String> tags = new ArrayList<>(Source.targetTags(this.window.origin()));
        if (this.formula.byName()) {
            tags.add(Measurement.of(this.window.origin()).nameTag());
        }
        String time = (this.step == null) ? "" : ", time(" + this.step.toMillis() + "ms) fill(none)";
        return " GROUP BY " + InfluxQl.names(tags) + time;
    }

    /** The tag by which the answer tells metrics apart, empty where it does not. */
    String nameTag() {
        return this.formula.byName() ? Measurement.of(this.window.origin()).nameTag() : "";
    }

    /** Whether the answer tells times apart. */
    boolean isBucketed() {
        return this.step != null;
    }

    UsageFormula formula() {
        return this.formula;
    }

}
