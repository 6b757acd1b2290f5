package monitoring.foundation.director;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done to deployments: each is updated once a day, in the order of their names,
 * a quarter of an hour after the one before. A director tells the begin and the end of an
 * update as two events, the newest first, 200 at most.
 */
final class Events {

    private static final int AT_MOST = 200;

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private static final long FIRST_AT = Duration.ofHours(1).toSeconds();

    private static final long APART = Duration.ofMinutes(15).toSeconds();

    private static final long UPDATE_TIME = Duration.ofMinutes(6).toSeconds();

    private final List<String> deployments;

    Events(List<String> deployments) {
        this.deployments = List.copyOf(deployments);
    }

    /**
     * Which events are asked for.
     *
     * @param after only later ones
     * @param before only earlier ones
     * @param deployment only of this one; empty for all
     */
    record Filter(Instant after, Instant before, String deployment) {
    }

    List<Map<String, Object>> of(Filter filter) {
        List<Map<String, Object>> events = new ArrayList<>();
        long oldest = Math.max(filter.after().getEpochSecond(), filter.before().getEpochSecond() - 30 * DAY);
        for (long day = filter.before().getEpochSecond() / DAY; day >= oldest / DAY; day--) {
            for (int number = this.deployments.size() - 1; number >= 0; number--) {
                if (filter.deployment().isEmpty() || filter.deployment().equals(this.deployments.get(number))) {
                    add(filter, day, number, events);
                }
            }
        }
        return events.subList(0, Math.min(AT_MOST, events.size()));
    }

    private void add(Filter filter, long day, int number, List<Map<String, Object>> events) {
        long task = day * this.deployments.size() + number;
        long begin = day * DAY + FIRST_AT + number * APART;
        for (boolean end : new boolean[] { true, false }) {
            long at = end ? begin + UPDATE_TIME : begin;
            if (at > filter.after().getEpochSecond() && at < filter.before().getEpochSecond()) {
                events.add(event(this.deployments.get(number), task, at, end));
            }
        }
    }

    private static Map<String, Object> event(String deployment, long task, long at, boolean end) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", Long.toString(2 * task + (end ? 1 : 0)));
        if (end) {
            event.put("parent_id", Long.toString(2 * task));
        }
        event.put("timestamp", at);
        event.put("user", "admin");
        event.put("action", "update");
        event.put("object_type", "deployment");
        event.put("object_name", deployment);
        event.put("task", Long.toString(task));
        event.put("deployment", deployment);
        event.put("context", Map.of());
        return event;
    }

}
