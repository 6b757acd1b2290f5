package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessPresence;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

/**
 * Asks which VMs told of their processes at all, and which of the processes that are
 * asked for were among them.
 */
final class ProcessPresenceAnswer implements InfluxClient.AnswerReader {

    private final Origin origin;

    private final Map<String, MetricTarget> targets = new HashMap<>();

    private final Map<String, Instant> reports = new HashMap<>();

    private final Map<String, Map<String, Instant>> seen = new HashMap<>();

    ProcessPresenceAnswer(Origin origin) {
        this.origin = origin;
    }

    static String statements(Source source, Origin origin, Set<String> names, TimeRange range) {
        Measurement measurement = (origin == Origin.BOSH) ? Measurement.BOSH_PROCESS : Measurement.VM_PROCESS;
        String from = "SELECT last(" + InfluxQl.name(Tags.PROCESS_INDEX) + ") FROM " + source.of(measurement)
                + " WHERE " + InfluxQl.within(range);
        List<String> tags = Source.targetTags(origin);
        List<String> tagsAndName = new ArrayList<>(tags);
        tagsAndName.add(Tags.PROCESS_NAME);
        return from + " GROUP BY " + InfluxQl.names(tags) + ";\n" + from + " AND "
                + InfluxQl.isOneOf(Tags.PROCESS_NAME, names) + " GROUP BY " + InfluxQl.names(tagsAndName);
    }

    @Override
    public void series(int statement, Map<String, String> tags, List<List<Object>> rows) {
        MetricTarget target = Targets.read(this.origin, tags);
        if (target == null || rows.isEmpty()) {
            return;
        }
        Instant time = Instant.ofEpochMilli(((Number) rows.get(0).get(0)).longValue());
        if (statement == 0) {
            this.targets.put(target.id(), target);
            this.reports.merge(target.id(), time, ProcessPresenceAnswer::later);
        }
        else {
            this.seen.computeIfAbsent(target.id(), (id) -> new HashMap<>())
                .merge(tags.getOrDefault(Tags.PROCESS_NAME, ""), time, ProcessPresenceAnswer::later);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<ProcessPresence> presences() {
        List<ProcessPresence> presences = new ArrayList<>(this.targets.size());
        this.targets.forEach((id, target) -> presences
            .add(new ProcessPresence(target, this.reports.get(id), this.seen.getOrDefault(id, Map.of()))));
        return presences;
    }

}
