package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.TimeRange;

/**
 * Rolls up in InfluxDB itself, an hour of one measurement at a time and few metrics in
 * one statement; no sample comes here. Safe for use by one thread.
 */
final class InfluxRollups implements MetricRollups, AutoCloseable {

    /** Processes are looked at as they are now, never over time. */
    static final List<Measurement> MEASUREMENTS = List.of(Measurement.BOSH, Measurement.VM, Measurement.CONTAINER);

    /** Points that one statement should write at most; InfluxDB holds them in memory. */
    private static final long MOST_POINTS = 200_000;

    /** Samples of an hour that is just over are still on their way. */
    private static final Duration SETTLES = Duration.ofMinutes(1);

    private static final Duration FARTHEST = Duration.ofDays(365);

    private final InfluxClient client;

    private final InfluxProperties properties;

    private final Source source;

    private final RollupBook book;

    private Duration kept = Duration.ZERO;

    /** Metrics in one statement, found out by what a statement wrote. */
    private int together = 8;

    InfluxRollups(InfluxProperties properties) {
        this.client = new InfluxClient(properties);
        this.properties = properties;
        this.source = new Source(properties);
        this.book = new RollupBook(this.client, properties);
    }

    @Override
    public void prepare(Duration fiveMinutes, Duration hours) {
        Map<RollupTier, Duration> keep = Map.of(RollupTier.FIVE_MINUTES, fiveMinutes, RollupTier.HOURS, hours);
        MEASUREMENTS.forEach((measurement) -> policies(measurement).prepare(keep));
        this.kept = fiveMinutes;
    }

    @Override
    public Progress advance(Instant now, Pace pace) {
        List<RollupBacklog> backlogs = MEASUREMENTS.stream().map((measurement) -> backlog(measurement, now)).toList();
        Instant oldest = backlogs.stream().map(RollupBacklog::oldest).min(Comparator.naturalOrder()).orElse(now);
        Instant newest = RollupTier.sliceOf(now.minus(SETTLES)).minus(RollupTier.SLICE);
        Work work = new Work(now, pace);
        for (Instant begin = newest; !begin.isBefore(oldest); begin = begin.minus(RollupTier.SLICE)) {
            for (RollupBacklog backlog : backlogs) {
                if (backlog.isDue(begin, now)) {
                    if (!pace.goesOn() || !look(backlog, begin, work)) {
                        this.book.flush();
                        return work.progress(false);
                    }
                }
            }
        }
        this.book.flush();
        return work.progress(true);
    }

    /**
     * Samples are counted before they are rolled up, so that one that comes in between is
     * missed in the count and not in the rollup. Fewer than before are what retention
     * left of them: the rollups know better.
     * @return false if it was cut short; nothing is noted of it then
     */
    private boolean look(RollupBacklog backlog, Instant begin, Work work) {
        RollupSlice known = backlog.known(begin);
        RollupStatement statement = new RollupStatement(this.source, backlog.measurement(),
                new TimeRange(begin, begin.plus(RollupTier.SLICE)));
        long samples = first(statement.count());
        if (known != null && samples <= known.samples()) {
            this.book.note(backlog.measurement(), begin, known.checkedAgain(work.now));
            return true;
        }
        if (samples > 0 && !rollUp(statement, backlog, known != null, work)) {
            return false;
        }
        this.book.note(backlog.measurement(), begin, new RollupSlice(samples, work.now, 0));
        if (samples > 0) {
            this.book.flush();
        }
        return true;
    }

    private boolean rollUp(RollupStatement statement, RollupBacklog backlog, boolean again, Work work) {
        long points = 0;
        for (boolean counters : new boolean[] { false, true }) {
            List<String> names = new ArrayList<>(backlog.metrics(counters));
            while (!names.isEmpty()) {
                if (work.pace.isCutShort()) {
                    return false;
                }
                List<String> next = names.subList(0, Math.min(names.size(), this.together));
                points += rollUp(statement, new TreeSet<>(next), counters);
                next.clear();
            }
        }
        work.add(points, again);
        return true;
    }

    private long rollUp(RollupStatement statement, Set<String> metrics, boolean counters) {
        int asked = this.together;
        // should this one be too much for the server, the next run asks for less
        this.together = Math.max(1, asked / 2);
        long fine = first(statement.text(RollupTier.FIVE_MINUTES, metrics, counters));
        long coarse = (fine > 0) ? first(statement.text(RollupTier.HOURS, metrics, counters)) : 0;
        if (fine <= MOST_POINTS) {
            this.together = (fine < MOST_POINTS / 4) ? Math.min(InfluxQl.MOST_VALUES, asked * 2) : asked;
        }
        return fine + coarse;
    }

    /** Whole hours, from the oldest that is surely all there to the newest one over. */
    private RollupBacklog backlog(Measurement measurement, Instant now) {
        Duration back = shortest(policies(measurement).ofSamples(), shortest(this.kept, FARTHEST));
        TimeRange range = new TimeRange(RollupTier.sliceOf(now.minus(back)).plus(RollupTier.SLICE),
                RollupTier.sliceOf(now.minus(SETTLES)));
        return new RollupBacklog(this.client, this.properties, measurement, range,
                this.book.read(RollupTier.FIVE_MINUTES, measurement, range));
    }

    /** The shorter one; zero stands for ever. */
    private static Duration shortest(Duration one, Duration other) {
        if (one.isZero() || other.isZero()) {
            return one.isZero() ? other : one;
        }
        return (one.compareTo(other) < 0) ? one : other;
    }

    /** The number beside the time in the only row, 0 without one. */
    private long first(String statement) {
        long[] value = new long[1];
        this.client.query(statement, (number, tags, rows) -> value[0] = ((Number) rows.get(0).get(1)).longValue());
        return value[0];
    }

    private RollupPolicies policies(Measurement measurement) {
        return new RollupPolicies(this.client, this.properties.databases().of(measurement));
    }

    @Override
    public void close() {
        this.client.close();
    }

    @Override
    public String toString() {
        return this.client.toString();
    }

    /** What one run does. */
    private static final class Work {

        private final Instant now;

        private final Pace pace;

        private int hours;

        private int late;

        private long points;

        private Work(Instant now, Pace pace) {
            this.now = now;
            this.pace = pace;
        }

        private void add(long points, boolean again) {
            this.hours++;
            this.late += again ? 1 : 0;
            this.points += points;
        }

        private Progress progress(boolean finished) {
            return new Progress(this.hours, this.late, this.points, finished);
        }

    }

}
