package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of a chart are drawn from rollups, and from which: for each bucket of the
 * chart the coarsest that fits, as far as it is rolled up. Who asks for a chart does not
 * know.
 */
final class Coverage {

    /** Below, samples are few and the newest of them are not rolled up anyway. */
    private static final Duration SHORTEST = Duration.ofHours(12);

    private final RollupBook book;

    private final Map<Question, Map<RollupTier, Set<Instant>>> known = new HashMap<>();

    Coverage(RollupBook book) {
        this.book = book;
    }

    /** The parts of a chart in order of time; no bucket is in two of them. */
    List<Part> parts(SeriesQuery query) {
        if (!InfluxRollups.MEASUREMENTS.contains(query.measurement())
                || query.range().length().compareTo(SHORTEST) < 0) {
            return List.of(new Part(null, query.range()));
        }
        Map<RollupTier, Set<Instant>> slices = slices(query);
        List<Part> parts = new ArrayList<>();
        Instant end = query.range().to();
        for (Instant begin = RollupTier.floor(query.range().from(), query.step()); begin
            .isBefore(end); begin = begin.plus(query.step())) {
            RollupTier tier = tier(slices, query, begin);
            Instant from = (tier == null && begin.isBefore(query.range().from())) ? query.range().from() : begin;
            Instant to = begin.plus(query.step());
            add(parts, tier, new TimeRange(from, to.isAfter(end) ? end : to));
        }
        return parts;
    }

    private static void add(List<Part> parts, @Nullable RollupTier tier, TimeRange bucket) {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.tier() == tier) {
            parts.set(parts.size() - 1, new Part(tier, new TimeRange(last.range().from(), bucket.to())));
        }
        else {
            parts.add(new Part(tier, bucket));
        }
    }

    /**
     * The tier of a bucket. A counter grows from the bucket before, which must be there
     * too.
     */
    private static @Nullable RollupTier tier(Map<RollupTier, Set<Instant>> slices, SeriesQuery query, Instant begin) {
        Instant from = query.metric().counter() ? begin.minus(query.step()) : begin;
        for (Map.Entry<RollupTier, Set<Instant>> tier : slices.entrySet()) {
            if (covers(tier.getValue(), from, begin.plus(query.step()))) {
                return tier.getKey();
            }
        }
        return null;
    }

    private static boolean covers(Set<Instant> slices, Instant from, Instant to) {
        for (Instant slice = RollupTier.sliceOf(from); slice.isBefore(to); slice = slice.plus(RollupTier.SLICE)) {
            if (!slices.contains(slice)) {
                return false;
            }
        }
        return true;
    }

    private Map<RollupTier, Set<Instant>> slices(SeriesQuery query) {
        TimeRange range = new TimeRange(RollupTier.sliceOf(query.range().from().minus(query.step().multipliedBy(2))),
                query.range().to());
        return this.known.computeIfAbsent(new Question(query.measurement(), range, query.step()), this::read);
    }

    private Map<RollupTier, Set<Instant>> read(Question question) {
        Map<RollupTier, Set<Instant>> slices = new EnumMap<>(RollupTier.class);
        for (RollupTier tier : RollupTier.values()) {
            if (tier.divides(question.step())) {
                slices.put(tier,
                        this.book.read(tier, question.measurement(), question.range())
                            .entrySet()
                            .stream()
                            .filter((slice) -> slice.getValue().isUsable())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
            }
        }
        return slices;
    }

    /**
     * A part of a chart.
     *
     * @param tier which rollups it is drawn from, null for the samples
     * @param range from when to when
     */
    record Part(@Nullable RollupTier tier, TimeRange range) {
    }

    /** What is asked of the book once for all queries of a chart. */
    private record Question(Measurement measurement, TimeRange range, Duration step) {
    }

}
