package monitoring.dashboard.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.Standing;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.WebProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * CPU and memory of all VMs together over the last three hours. Each bucket is asked for
 * once, so that ten thousand VMs cost as much as two minutes of them.
 */
@Component
class Trend implements Standing {

    private static final Duration LENGTH = Duration.ofHours(3);

    private static final Duration STEP = Duration.ofMinutes(2);

    /** Where nothing was told for longer, the line is broken. */
    private static final Duration GAP = Duration.ofMinutes(11);

    /**
     * As much as the first page after a start waits for, and as is asked for at once of
     * what was before: InfluxDB looks at three hours of 10,000 VMs for half a minute.
     */
    private static final Duration PIECE = Duration.ofMinutes(14);

    /** The longest time after which gaps are asked for again. */
    private static final Duration MOST_PAUSE = Duration.ofHours(1);

    /** A bucket is shown when all agents have told of it. */
    private static final Duration LAG = Duration.ofSeconds(40);

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Clock clock;

    private final ConcurrentNavigableMap<Instant, Point> points = new ConcurrentSkipListMap<>();

    private final boolean inPieces;

    private Duration pause = Duration.ofSeconds(20);

    private Instant nextLook = Instant.MIN;

    /** Up to where the past was asked for. */
    private volatile Instant back = Instant.MAX;

    private final Memo<Lines> memo;

    Trend(MetricStore metrics, StoreWatch stores, WebProperties properties, Clock clock) {
        this.inPieces = properties.askAhead();
        this.metrics = metrics;
        this.stores = stores;
        this.clock = clock;
        this.memo = Memo.behind(this::grow, Duration.ofSeconds(30), clock);
    }

    Lines now() {
        return this.memo.get();
    }

    @Override
    public List<Memo<?>> standing() {
        return List.of(this.memo);
    }

    private Lines grow() {
        Instant now = this.clock.instant();
        Instant begin = now.minus(LENGTH);
        this.points.headMap(begin).clear();
        Entry<Instant, Point> last = this.points.lastEntry();
        if (last == null) {
            Instant from = Answers.aligned(this.inPieces ? now.minus(PIECE) : begin, STEP);
            if (ask(new TimeRange(from, now))) {
                this.back = from;
            }
        }
        else {
            // The last two buckets were perhaps not full yet.
            ask(new TimeRange(last.getKey().minus(STEP), now));
        }
        return new Lines(begin, now, new TreeMap<>(this.points.headMap(now.minus(STEP).minus(LAG))));
    }

    @Override
    public boolean catchUp() {
        Instant now = this.clock.instant();
        Instant begin = now.minus(LENGTH);
        if (this.points.isEmpty() || this.stores.isAway(Store.METRICS)) {
            return false;
        }
        Instant to = this.back.isAfter(begin) ? this.back : gapAgain(now, begin);
        if (to == null) {
            return false;
        }
        Instant from = to.minus(PIECE);
        if (ask(new TimeRange(from, to))) {
            this.back = from;
        }
        return from.isAfter(begin);
    }

    /**
     * Where a gap is that may be filled by now, by a spool or by whoever writes the past;
     * less and less often, as most are what they look like.
     * @return its end, null if there is none, or if it was looked at lately
     */
    private @Nullable Instant gapAgain(Instant now, Instant begin) {
        if (now.isBefore(this.nextLook)) {
            return null;
        }
        this.pause = (this.pause.compareTo(MOST_PAUSE) < 0) ? this.pause.multipliedBy(3) : MOST_PAUSE;
        this.nextLook = now.plus(this.pause);
        Instant later = now;
        for (Instant at : this.points.descendingKeySet()) {
            if (at.plus(GAP).isBefore(later)) {
                break;
            }
            later = at;
        }
        return begin.plus(GAP).isBefore(later) ? later : null;
    }

    /** Whether there was an answer. */
    private boolean ask(TimeRange range) {
        List<SeriesQuery> queries = List.of(MetricName.CPU_CORES, MetricName.MEMORY_TOTAL, MetricName.MEMORY_AVAILABLE)
            .stream()
            .map((metric) -> new SeriesQuery(Measurement.VM, metric, Map.of(), List.of(), range, STEP))
            .toList();
        Map<MetricName, Map<Instant, Double>> values = new HashMap<>();
        @Nullable List<Series> told = this.stores.ask(Store.METRICS, () -> this.metrics.series(queries), null);
        if (told == null) {
            return false;
        }
        for (Series series : told) {
            Map<Instant, Double> line = values.computeIfAbsent(series.query().metric(), (metric) -> new TreeMap<>());
            series.points().forEach((point) -> line.put(point.time(), point.value()));
        }
        values.getOrDefault(MetricName.CPU_CORES, Map.of())
            .forEach((at, cpu) -> this.points.put(at, new Point(cpu, memory(values, at))));
        return true;
    }

    private static @Nullable Double memory(Map<MetricName, Map<Instant, Double>> values, Instant at) {
        Double total = values.getOrDefault(MetricName.MEMORY_TOTAL, Map.of()).get(at);
        Double available = values.getOrDefault(MetricName.MEMORY_AVAILABLE, Map.of()).get(at);
        return (total == null || available == null || total <= 0) ? null : (total - available) / total * 100;
    }

    /**
     * One bucket.
     *
     * @param cpu percent
     * @param memory percent used, null if not known
     */
    public record Point(double cpu, @Nullable Double memory) {
    }

    /**
     * The lines in a drawing of 600 by 100, a percent a unit of height.
     *
     * @param from begin
     * @param to end
     * @param points the buckets in order of time; copied
     */
    public record Lines(Instant from, Instant to, TreeMap<Instant, Point> points) {

        private static final double WIDTH = 600;

        public Instant middle() {
            return this.from.plus(Duration.between(this.from, this.to).dividedBy(2));
        }

        /** The parts of the line of CPU; each is unbroken. */
        public List<String> cpu() {
            return drawn(false);
        }

        /** The parts of the line of memory; each is unbroken. */
        public List<String> memory() {
            return drawn(true);
        }

        public @Nullable Double cpuNow() {
            return this.points.isEmpty() ? null : this.points.lastEntry().getValue().cpu();
        }

        public @Nullable Double memoryNow() {
            return this.points.isEmpty() ? null : this.points.lastEntry().getValue().memory();
        }

        private List<String> drawn(boolean memory) {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            @Nullable Instant before = null;
            for (Entry<Instant, Point> entry : this.points.entrySet()) {
                Double value = memory ? entry.getValue().memory() : Double.valueOf(entry.getValue().cpu());
                boolean gap = before != null && before.plus(GAP).isBefore(entry.getKey());
                if ((gap || value == null) && !part.isEmpty()) {
                    parts.add(part.toString().strip());
                    part.setLength(0);
                }
                if (value != null) {
                    part.append(place(entry.getKey(), value));
                }
                before = entry.getKey();
            }
            if (!part.isEmpty()) {
                parts.add(part.toString().strip());
            }
            return parts;
        }

        private String place(Instant at, double value) {
            double part = (double) Duration.between(this.from, at).toMillis()
                    / Duration.between(this.from, this.to).toMillis();
            return String.format(Locale.ROOT, "%.1f,%.1f ", Math.max(0, part) * WIDTH,
                    100 - Math.max(0, Math.min(100, value)));
        }

    }

}
