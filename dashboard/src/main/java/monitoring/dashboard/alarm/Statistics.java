package monitoring.dashboard.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.alarm.AlarmCount;
import monitoring.storage.alarm.NoisyTarget;
import monitoring.storage.alarm.ResponseTimes;
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
public record Statistics(int total, Map<Severity, Integer> bySeverity, Map<Origin, Map<Resource, Integer>> matrix,
        List<Bar> bars, long resolved, @Nullable Duration acknowledge, @Nullable Duration resolve,
        List<Noise> noisiest) {

    static Statistics of(List<AlarmCount> counts, ResponseTimes times, List<NoisyTarget> noisy, Period period) {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        Map<Origin, Map<Resource, Integer>> matrix = new EnumMap<>(Origin.class);
        int total = 0;
        for (AlarmCount one : counts) {
            int count = Math.toIntExact(one.count());
            total += count;
            bySeverity.merge(one.severity(), count, Integer::sum);
            matrix.computeIfAbsent(one.origin(), (origin) -> new EnumMap<>(Resource.class))
                .merge(one.resource(), count, Integer::sum);
        }
        List<Noise> noisiest = noisy.stream()
            .map((one) -> new Noise(one.target().name(), one.resource(), Math.toIntExact(one.count())))
            .toList();
        return new Statistics(total, bySeverity, matrix, bars(counts, period), times.resolved(),
                times.meanToAcknowledge(), times.meanToResolve(), noisiest);
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

    private static List<Bar> bars(List<AlarmCount> counts, Period period) {
        TreeMap<Instant, int[]> parts = new TreeMap<>();
        period.parts().forEach((part) -> parts.put(part, new int[Severity.values().length]));
        for (AlarmCount one : counts) {
            Map.Entry<Instant, int[]> part = parts.floorEntry(one.start());
            if (part != null) {
                part.getValue()[one.severity().ordinal()] += Math.toIntExact(one.count());
            }
        }
        List<Bar> bars = new ArrayList<>();
        parts.forEach((part, count) -> {
            @Nullable Instant next = parts.higherKey(part);
            bars.add(new Bar(period.label(part), part, (next != null) ? next : period.range().to(),
                    count[Severity.WARNING.ordinal()], count[Severity.CRITICAL.ordinal()],
                    count[Severity.FAIL.ordinal()]));
        });
        return bars;
    }

    /**
     * A part of the period.
     *
     * @param label what it is called
     * @param from its begin
     * @param to its end
     * @param warning warnings raised in it
     * @param critical critical alarms raised in it
     * @param fail failures raised in it
     */
    public record Bar(String label, Instant from, Instant to, int warning, int critical, int fail) {
    }

    /**
     * A target that was raised often.
     *
     * @param name of the target
     * @param resource of which resource
     * @param count how often
     */
    public record Noise(String name, Resource resource, int count) {
    }

}
