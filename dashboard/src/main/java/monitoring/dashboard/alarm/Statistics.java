package monitoring.dashboard.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a period.
 *
 * @param total alarms that were raised
 * @param bySeverity how bad they were
 * @param matrix how many by kind of target and resource
 * @param bars how many over time
 * @param resolved how many of them are over
 * @param acknowledge mean time until somebody took them, null if nobody did
 * @param resolve mean time until they were over, null if none is
 * @param noisiest targets with the most, most first
 */
record Statistics(int total, Map<Severity, Integer> bySeverity, Map<Origin, Map<Resource, Integer>> matrix,
        List<Bar> bars, long resolved, @Nullable Duration acknowledge, @Nullable Duration resolve,
        List<Noise> noisiest) {

    private static final int NOISIEST = 10;

    static Statistics of(List<Alarm> raised, Period period) {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        Map<Origin, Map<Resource, Integer>> matrix = new EnumMap<>(Origin.class);
        for (Alarm alarm : raised) {
            bySeverity.merge(alarm.severity(), 1, Integer::sum);
            matrix.computeIfAbsent(alarm.target().origin(), (origin) -> new EnumMap<>(Resource.class))
                .merge(alarm.resource(), 1, Integer::sum);
        }
        long resolved = raised.stream().filter((alarm) -> alarm.progress().resolvedAt() != null).count();
        return new Statistics(raised.size(), bySeverity, matrix, bars(raised, period), resolved,
                mean(raised, (progress) -> progress.acknowledgedAt()),
                mean(raised, (progress) -> progress.resolvedAt()), noisiest(raised));
    }

    /** The resources that occur, in their order. */
    public List<Resource> resources() {
        return this.matrix.values().stream().flatMap((row) -> row.keySet().stream()).distinct().sorted().toList();
    }

    public int count(Severity severity) {
        return this.bySeverity.getOrDefault(severity, 0);
    }

    public int count(Origin origin, Resource resource) {
        return this.matrix.getOrDefault(origin, Map.of()).getOrDefault(resource, 0);
    }

    /** The highest bar, at least 1, for a scale. */
    public int highest() {
        return Math.max(1,
                this.bars.stream().mapToInt((bar) -> bar.warning() + bar.critical() + bar.fail()).max().orElse(1));
    }

    private static List<Bar> bars(List<Alarm> raised, Period period) {
        TreeMap<Instant, int[]> counts = new TreeMap<>();
        period.parts().forEach((part) -> counts.put(part, new int[Severity.values().length]));
        for (Alarm alarm : raised) {
            Map.Entry<Instant, int[]> part = counts.floorEntry(raisedAt(alarm));
            if (part != null) {
                part.getValue()[alarm.severity().ordinal()]++;
            }
        }
        List<Bar> bars = new ArrayList<>();
        counts.forEach((part, count) -> bars.add(new Bar(period.label(part), count[Severity.WARNING.ordinal()],
                count[Severity.CRITICAL.ordinal()], count[Severity.FAIL.ordinal()])));
        return bars;
    }

    private static @Nullable Duration mean(List<Alarm> raised, Function<Alarm.Progress, @Nullable Instant> end) {
        double seconds = raised.stream()
            .filter((alarm) -> Objects.nonNull(end.apply(alarm.progress())))
            .mapToLong(
                    (alarm) -> Math.max(0, Duration.between(raisedAt(alarm), end.apply(alarm.progress())).toSeconds()))
            .average()
            .orElse(-1);
        return (seconds < 0) ? null : Duration.ofSeconds(Math.round(seconds));
    }

    private static List<Noise> noisiest(List<Alarm> raised) {
        Map<String, Noise> byTarget = new TreeMap<>();
        for (Alarm alarm : raised) {
            byTarget.merge(alarm.target().id() + alarm.resource(),
                    new Noise(alarm.target().name(), alarm.resource(), 1), (a, b) -> a.oneMore());
        }
        return byTarget.values()
            .stream()
            .sorted(Comparator.comparingInt(Noise::count).reversed().thenComparing(Noise::name))
            .limit(NOISIEST)
            .toList();
    }

    private static Instant raisedAt(Alarm alarm) {
        @Nullable Instant raised = alarm.progress().raisedAt();
        return (raised == null) ? alarm.progress().startedAt() : raised;
    }

    /**
     * A part of the period.
     *
     * @param label what it is called
     * @param warning warnings raised in it
     * @param critical critical alarms raised in it
     * @param fail failures raised in it
     */
    record Bar(String label, int warning, int critical, int fail) {
    }

    /**
     * A target that was raised often.
     *
     * @param name of the target
     * @param resource of which resource
     * @param count how often
     */
    record Noise(String name, Resource resource, int count) {

        Noise oneMore() {
            return new Noise(this.name, this.resource, this.count + 1);
        }

    }

}
