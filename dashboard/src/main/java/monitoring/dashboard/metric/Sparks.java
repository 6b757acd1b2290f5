package monitoring.dashboard.metric;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

import org.springframework.stereotype.Component;

/**
 * Small lines of the last hour, for the rows of a page; one statement for all of them,
 * and for all who look at the same rows. Who comes back to rows within three minutes sees
 * the lines of then at once, while the next are asked for.
 */
@Component
public class Sparks {

    /** Width and height of the drawing's own coordinates. */
    private static final double WIDTH = 96;

    private static final double HEIGHT = 24;

    private static final Duration LENGTH = Duration.ofHours(1);

    private static final Duration STEP = Duration.ofMinutes(2);

    private static final Duration AGE = Duration.ofSeconds(30);

    /** Pages of which the lines are kept, and for how long where nobody looks. */
    private static final int PAGES = 100;

    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<Rows, Memo<Map<String, String>>> answers;

    Sparks(MetricStore metrics, StoreWatch stores, Clock clock) {
        this.metrics = metrics;
        this.stores = stores;
        this.clock = clock;
        this.answers = new Answers<>(PAGES, KEPT_FOR, clock);
    }

    /**
     * The CPU of some VMs.
     * @return the points of an SVG polyline by the VM's id; VMs that told nothing are
     * absent
     */
    public Map<String, String> cpu(Measurement measurement, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Rows rows = new Rows(measurement, Set.copyOf(ids));
        Memo<Map<String, String>> fresh = Memo.behind(() -> ask(rows), AGE, this.clock);
        return this.stores.ask(Store.METRICS, this.answers.to(rows, (asked) -> fresh, fresh)::get, Map.of());
    }

    private Map<String, String> ask(Rows rows) {
        TimeRange range = TimeRange.before(this.clock.instant(), LENGTH);
        SeriesQuery query = new SeriesQuery(rows.measurement(), MetricName.CPU_CORES, Map.of(Tags.ID, rows.ids()),
                List.of(Tags.ID), range, STEP);
        Map<String, String> lines = new HashMap<>();
        for (Series series : this.metrics.series(List.of(query))) {
            lines.put(series.tags().getOrDefault(Tags.ID, ""), points(series, range));
        }
        return lines;
    }

    private static String points(Series series, TimeRange range) {
        StringBuilder points = new StringBuilder();
        for (Series.Point point : series.points()) {
            double x = (double) Duration.between(range.from(), point.time()).toSeconds() / LENGTH.toSeconds() * WIDTH;
            double y = HEIGHT - 1 - Math.max(0, Math.min(100, point.value())) / 100 * (HEIGHT - 2);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", Math.max(0, x), y));
        }
        return points.toString().strip();
    }

    /** The rows of a page. */
    private record Rows(Measurement measurement, Set<String> ids) {
    }

}
