package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.SeriesQuery;

/**
 * Queries that one statement answers: they differ in nothing but their metric, which the
 * answer tells apart by its name. Gauges and counters stand together only where some
 * targets are asked for, as each function costs InfluxDB as much as the first.
 */
final class SeriesBundle {

    /** The numbers of the queries, with the queries. */
    private final Map<Integer, SeriesQuery> queries = new LinkedHashMap<>();

    /** Distributes queries. */
    static List<SeriesBundle> of(List<SeriesQuery> queries) {
        Map<Object, SeriesBundle> bundles = new LinkedHashMap<>();
        for (int number = 0; number < queries.size(); number++) {
            SeriesQuery query = queries.get(number);
            Object key = isJoinable(query) ? Kind.of(query) : number;
            bundles.computeIfAbsent(key, (any) -> new SeriesBundle()).queries.put(number, query);
        }
        return List.copyOf(bundles.values());
    }

    /** A family that is not told apart is averaged over all that belongs to it. */
    private static boolean isJoinable(SeriesQuery query) {
        return !query.metric().family() || query.groupBy().contains(query.measurement().nameTag());
    }

    /** One that stands for all; a counter if there is any. */
    SeriesQuery lead() {
        return this.queries.values()
            .stream()
            .filter((query) -> query.metric().counter())
            .findFirst()
            .orElseGet(() -> this.queries.values().iterator().next());
    }

    boolean hasCounters() {
        return this.queries.values().stream().anyMatch((query) -> query.metric().counter());
    }

    boolean hasGauges() {
        return this.queries.values().stream().anyMatch((query) -> !query.metric().counter());
    }

    boolean hasExtremes() {
        return this.queries.values().stream().anyMatch((query) -> !query.metric().counter() && query.extremes());
    }

    List<MetricName> metrics() {
        return this.queries.values().stream().map(SeriesQuery::metric).distinct().toList();
    }

    /**
     * What is a series of its own in the answer: of a counter each for itself, so that a
     * new one is no growth.
     */
    List<String> groupBy() {
        Measurement measurement = lead().measurement();
        Set<String> tags = new LinkedHashSet<>(lead().groupBy());
        if (this.queries.size() > 1) {
            tags.add(measurement.nameTag());
        }
        if (hasCounters()) {
            tags.addAll(Source.counterTags((measurement == Measurement.CONTAINER) ? Origin.CONTAINER : Origin.VM));
        }
        return new ArrayList<>(tags);
    }

    /** The numbers of the queries that a series is for. */
    List<Integer> asking(Map<String, String> tags) {
        if (this.queries.size() == 1) {
            return List.copyOf(this.queries.keySet());
        }
        String name = tags.getOrDefault(lead().measurement().nameTag(), "");
        return this.queries.entrySet()
            .stream()
            .filter((query) -> query.getValue().metric().matches(name))
            .map(Map.Entry::getKey)
            .toList();
    }

    /** What queries have in common that can be asked together. */
    private record Kind(SeriesQuery common, Set<String> groups, boolean counter) {

        static Kind of(SeriesQuery query) {
            Set<String> groups = new LinkedHashSet<>(query.groupBy());
            groups.remove(query.measurement().nameTag());
            boolean few = !query.tags().isEmpty();
            SeriesQuery common = new SeriesQuery(query.measurement(), MetricName.CPU_CORES, query.tags(), List.of(),
                    query.range(), query.step(), !few && query.extremes() && !query.metric().counter());
            return new Kind(common, groups, !few && query.metric().counter());
        }

    }

}
