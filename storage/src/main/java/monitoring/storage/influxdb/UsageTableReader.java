package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.storage.influxdb.UsageFormula.Mean;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageTable;

/**
 * Reads the usage of several resources: all gauges with a name of their own in one
 * statement, a family of gauges in one, counters in two.
 */
final class UsageTableReader {

    private final InfluxClient client;

    private final Source source;

    private final UsageReader single;

    private final UsageTable table = new UsageTable();

    UsageTableReader(InfluxClient client, Source source, UsageReader single) {
        this.client = client;
        this.source = source;
        this.single = single;
    }

    UsageTable read(Origin origin, Set<Resource> resources, TimeRange range) {
        Set<Resource> together = EnumSet.noneOf(Resource.class);
        for (Resource resource : resources) {
            boolean family = UsageFormula.metrics(origin, resource).stream().anyMatch(MetricName::family);
            if (family || UsageFormula.of(origin, resource).counter()) {
                this.single.roughly(new MetricWindow(origin, resource, range))
                    .forEach((usage) -> this.table.put(resource, usage.target().id(), usage.value()));
            }
            else {
                together.add(resource);
            }
        }
        if (!together.isEmpty()) {
            new Together(origin, together).read(range);
        }
        return this.table;
    }

    /** Resources of which each metric has a name of its own. */
    private final class Together {

        private final Origin origin;

        private final Set<Resource> resources;

        private final List<String> limits;

        private final Map<String, Map<String, Mean[]>> targets = new HashMap<>();

        Together(Origin origin, Set<Resource> resources) {
            this.origin = origin;
            this.resources = resources;
            this.limits = resources.stream()
                .map((resource) -> UsageFormula.of(origin, resource).limit())
                .filter((limit) -> !limit.isEmpty())
                .distinct()
                .toList();
        }

        void read(TimeRange range) {
            UsageTableReader.this.client.query(statement(range), (number, tags, rows) -> add(tags, rows));
            this.targets.forEach((id, metrics) -> this.resources.forEach((resource) -> put(resource, id, metrics)));
        }

        private String statement(TimeRange range) {
            Measurement measurement = Measurement.of(this.origin);
            Set<MetricName> metrics = new LinkedHashSet<>();
            this.resources.forEach((resource) -> {
                metrics.addAll(UsageFormula.metrics(this.origin, resource));
                metrics.addAll(UsageFormula.whole(this.origin, resource).stream().toList());
            });
            List<String> tags = new ArrayList<>(Source.identityTags(this.origin));
            tags.add(measurement.nameTag());
            return "SELECT mean(\"value\")"
                    + this.limits.stream()
                        .map((limit) -> ", mean(" + InfluxQl.name(limit) + ")")
                        .collect(Collectors.joining())
                    + " FROM " + UsageTableReader.this.source.of(measurement) + " WHERE "
                    + InfluxQl.isOneOf(measurement.nameTag(), List.copyOf(metrics)) + " AND " + InfluxQl.within(range)
                    + " GROUP BY " + InfluxQl.names(tags);
        }

        private void add(Map<String, String> tags, List<List<Object>> rows) {
            String id = Targets.id(this.origin, tags);
            if (id == null || rows.isEmpty() || !(rows.get(0).get(1) instanceof Number mean)) {
                return;
            }
            String metric = tags.getOrDefault(Measurement.of(this.origin).nameTag(), "");
            Mean[] means = this.targets.computeIfAbsent(id, (key) -> new HashMap<>(4))
                .computeIfAbsent(metric, (key) -> new Mean[Math.max(1, this.limits.size())]);
            for (int number = 0; number < means.length; number++) {
                Mean known = (means[number] == null) ? new Mean() : means[number];
                double limit = (rows.get(0).size() > number + 2 && rows.get(0).get(number + 2) instanceof Number value)
                        ? value.doubleValue() : 0;
                known.add(mean.doubleValue(), limit, 1);
                means[number] = known;
            }
        }

        private void put(Resource resource, String id, Map<String, Mean[]> metrics) {
            UsageFormula formula = UsageFormula.of(this.origin, resource);
            int limit = Math.max(0, this.limits.indexOf(formula.limit()));
            Map<String, Mean> means = new HashMap<>(4);
            UsageFormula.metrics(this.origin, resource).forEach((metric) -> {
                Mean[] known = metrics.get(metric.value());
                if (known != null) {
                    means.put(metric.value(), known[limit]);
                }
            });
            double value = means.isEmpty() ? Double.NaN : formula.usage(means);
            if (Double.isFinite(value)) {
                UsageTableReader.this.table.put(resource, id, value);
            }
            UsageFormula.whole(this.origin, resource)
                .map((metric) -> metrics.get(metric.value()))
                .ifPresent((known) -> {
                    UsageTableReader.this.table.putWhole(resource, id, known[0].value());
                });
        }

    }

}
