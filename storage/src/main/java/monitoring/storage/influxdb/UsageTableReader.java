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

    /**
     * Resources of which each metric has a name of its own. There may be 100,000 targets,
     * so that of each one row of sums is kept: of each metric the values, and of each
     * limit of it.
     */
    private final class Together {

        private final Origin origin;

        private final Set<Resource> resources;

        private final List<MetricName> metrics;

        private final List<String> names;

        private final List<String> limits;

        private final Map<String, double[]> targets = new HashMap<>();

        Together(Origin origin, Set<Resource> resources) {
            this.origin = origin;
            this.resources = resources;
            Set<MetricName> all = new LinkedHashSet<>();
            resources.forEach((resource) -> {
                all.addAll(UsageFormula.metrics(origin, resource));
                all.addAll(UsageFormula.whole(origin, resource).stream().toList());
            });
            this.metrics = List.copyOf(all);
            this.names = this.metrics.stream().map(MetricName::value).toList();
            this.limits = resources.stream()
                .map((resource) -> UsageFormula.of(origin, resource).limit())
                .filter((limit) -> !limit.isEmpty())
                .distinct()
                .toList();
        }

        void read(TimeRange range) {
            UsageTableReader.this.client.query(statement(range), (number, tags, rows) -> add(tags, rows));
            this.targets.forEach((id, sums) -> this.resources.forEach((resource) -> put(resource, id, sums)));
        }

        private String statement(TimeRange range) {
            Measurement measurement = Measurement.of(this.origin);
            List<String> tags = new ArrayList<>(Source.identityTags(this.origin));
            tags.add(measurement.nameTag());
            return "SELECT mean(\"value\")"
                    + this.limits.stream()
                        .map((limit) -> ", mean(" + InfluxQl.name(limit) + ")")
                        .collect(Collectors.joining())
                    + " FROM " + UsageTableReader.this.source.of(measurement) + " WHERE "
                    + InfluxQl.isOneOf(measurement.nameTag(), this.metrics) + " AND " + InfluxQl.within(range)
                    + " GROUP BY " + InfluxQl.names(tags);
        }

        private void add(Map<String, String> tags, List<List<Object>> rows) {
            String id = Targets.id(this.origin, tags);
            int metric = this.names.indexOf(tags.getOrDefault(Measurement.of(this.origin).nameTag(), ""));
            if (id == null || metric < 0 || rows.isEmpty() || !(rows.get(0).get(1) instanceof Number mean)) {
                return;
            }
            double[] sums = this.targets.computeIfAbsent(id, (key) -> new double[this.metrics.size() * width()]);
            int at = metric * width();
            sums[at]++;
            sums[at + 1] += mean.doubleValue();
            for (int limit = 0; limit < this.limits.size(); limit++) {
                if (rows.get(0).size() > limit + 2 && rows.get(0).get(limit + 2) instanceof Number value) {
                    sums[at + 2 + limit] += value.doubleValue();
                }
            }
        }

        /** Numbers kept of a metric: how many means, their sum, and those of limits. */
        private int width() {
            return 2 + this.limits.size();
        }

        private void put(Resource resource, String id, double[] sums) {
            UsageFormula formula = UsageFormula.of(this.origin, resource);
            int limit = this.limits.indexOf(formula.limit());
            Map<String, Mean> means = new HashMap<>(4);
            UsageFormula.metrics(this.origin, resource).forEach((metric) -> {
                int at = this.metrics.indexOf(metric) * width();
                if (sums[at] > 0) {
                    Mean mean = new Mean();
                    mean.add(sums[at + 1] / sums[at], (limit < 0) ? 0 : sums[at + 2 + limit] / sums[at], sums[at]);
                    means.put(metric.value(), mean);
                }
            });
            double value = means.isEmpty() ? Double.NaN : formula.usage(means);
            if (Double.isFinite(value)) {
                UsageTableReader.this.table.put(resource, id, value);
            }
            UsageFormula.whole(this.origin, resource).ifPresent((metric) -> {
                int at = this.metrics.indexOf(metric) * width();
                if (sums[at] > 0) {
                    UsageTableReader.this.table.putWhole(resource, id, sums[at + 1] / sums[at]);
                }
            });
        }

    }

}
