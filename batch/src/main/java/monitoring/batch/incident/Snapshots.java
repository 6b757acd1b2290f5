package monitoring.batch.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogQuery.Page;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * What could be seen when an incident was opened, as JSON: the last hour's values, the
 * largest processes, the newest error lines, what was scaled and what was deployed. A
 * store that is away leaves out its part and says so; it never holds up the incident.
 */
public final class Snapshots {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration HOUR = Duration.ofHours(1);

    private static final int LINES = 20;

    private static final int PROCESSES = 5;

    private final MetricStore metrics;

    private final LogStore logs;

    private final ScalingStore scaling;

    private final InventoryStore inventory;

    public Snapshots(MetricStore metrics, LogStore logs, ScalingStore scaling, InventoryStore inventory) {
        this.inventory = inventory;
        this.metrics = metrics;
        this.logs = logs;
        this.scaling = scaling;
    }

    /** What can be seen of the cause of an incident now. */
    public String take(Alarm root, Instant now) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("at", now.toString());
        parts.put("target", root.target().name());
        parts.put("resource", root.resource().name());
        TimeRange hour = TimeRange.before(now, HOUR);
        put(parts, "values", () -> values(root, hour));
        put(parts, "processes", () -> processes(root, hour));
        put(parts, "errors", () -> errors(root.target(), hour));
        put(parts, "scaled", () -> scaled(root.target(), hour));
        put(parts, "deployed", () -> deployed(root.target(), hour));
        return JSON.writeValueAsString(parts);
    }

    private static void put(Map<String, Object> parts, String name, Supplier<Object> part) {
        try {
            parts.put(name, part.get());
        }
        catch (MetricStoreException | LogStoreException ex) {
            parts.put(name + "Missing", String.valueOf(ex.getMessage()));
        }
    }

    private Object values(Alarm root, TimeRange hour) {
        return switch (root.resource()) {
            case HEARTBEAT, BLIND, PROCESS -> series(root, Resource.CPU, hour);
            default -> series(root, root.resource(), hour);
        };
    }

    private List<Object> series(Alarm root, Resource resource, TimeRange hour) {
        if (root.resource() == Resource.BLIND || root.resource() == Resource.NOTIFICATION) {
            return List.of();
        }
        Origin origin = (root.target().origin() == Origin.APP) ? Origin.CONTAINER : root.target().origin();
        List<Object> points = new ArrayList<>();
        this.metrics
            .usageOverTime(new MetricWindow(origin, resource, hour), Set.of(root.target().id()), Duration.ofMinutes(1))
            .forEach((series) -> series.points()
                .forEach((point) -> points.add(Map.of("time", point.time().toString(), "value", point.value()))));
        return points;
    }

    private Object processes(Alarm root, TimeRange hour) {
        Origin origin = root.target().origin();
        if (origin != Origin.VM && origin != Origin.BOSH) {
            return List.of();
        }
        return this.metrics.topProcesses(origin, root.target().id(), hour)
            .stream()
            .limit(PROCESSES)
            .map((process) -> Map.of("name", process.name(), "pid", process.pid(), "memory", process.memory()))
            .toList();
    }

    private Object errors(AlarmTarget target, TimeRange hour) {
        Map<LogField, String> filter = switch (target.origin()) {
            case BOSH, VM -> Map.of(LogField.INSTANCE_ID, target.id());
            case CONTAINER, APP -> Map.of(LogField.APP_GUID, target.appGuid());
        };
        return this.logs.search(new LogQuery("", hour, filter, LogSeverity.ERROR, Page.newest(LINES)))
            .hits()
            .stream()
            .map((hit) -> Map.of("id", hit.entry().id(), "time", hit.entry().time().toString(), "message",
                    shortened(hit.entry().message())))
            .toList();
    }

    private Object scaled(AlarmTarget target, TimeRange hour) {
        if (target.appGuid().isEmpty()) {
            return List.of();
        }
        return this.scaling.events(target.appGuid(), new PageRequest(0, LINES))
            .items()
            .stream()
            .filter((event) -> hour.contains(event.decision().at()))
            .map(Snapshots::words)
            .toList();
    }

    /** What was done to the VM's deployment, or to the app. */
    private Object deployed(AlarmTarget target, TimeRange hour) {
        String subject = target.appGuid().isEmpty() ? target.deployment() : target.appGuid();
        return subject.isEmpty() ? List.of()
                : this.inventory.changes(subject, hour).stream().limit(LINES).map(Snapshots::words).toList();
    }

    private static Map<String, Object> words(Change change) {
        return Map.of("time", change.at().toString(), "words", change.words(), "user", change.user());
    }

    private static Map<String, Object> words(ScalingEvent event) {
        return Map.of("time", event.decision().at().toString(), "from", event.decision().from(), "to",
                event.decision().to(), "outcome", event.outcome().name());
    }

    private static String shortened(String message) {
        return (message.length() <= 500) ? message : message.substring(0, 500) + "…";
    }

}
