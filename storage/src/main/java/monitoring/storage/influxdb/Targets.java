package monitoring.storage.influxdb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;

import org.jspecify.annotations.Nullable;

/** Reads targets out of the tags of series. */
final class Targets {

    private Targets() {
    }

    /**
     * The target with some tags.
     * @return null where they name none, such as those of a cell among its containers
     */
    static @Nullable MetricTarget read(Origin origin, Map<String, String> tags) {
        if (!named(origin, tags)) {
            return null;
        }
        List<String> names = Source.targetTags(origin);
        if (tags.size() == names.size() && !tags.containsValue("")) {
            // grouped by these tags and no others
            return new MetricTarget(origin, tags);
        }
        Map<String, String> own = new HashMap<>(names.size() * 2);
        for (String name : names) {
            String value = tags.getOrDefault(name, "");
            if (!value.isEmpty()) {
                own.put(name, value);
            }
        }
        return new MetricTarget(origin, own);
    }

    /** The identity of the target with some tags, null where they name none. */
    static @Nullable String id(Origin origin, Map<String, String> tags) {
        if (!named(origin, tags)) {
            return null;
        }
        return switch (origin) {
            case BOSH, VM -> has(tags, Tags.ID) ? tags.get(Tags.ID) : tags.get(Tags.IP);
            case CONTAINER, APP -> tags.get(Tags.APPLICATION_ID) + "/" + tags.getOrDefault(Tags.APPLICATION_INDEX, "");
        };
    }

    private static boolean named(Origin origin, Map<String, String> tags) {
        return switch (origin) {
            case BOSH, VM -> has(tags, Tags.ID) || has(tags, Tags.IP);
            case CONTAINER, APP -> has(tags, Tags.APPLICATION_ID);
        };
    }

    private static boolean has(Map<String, String> tags, String name) {
        return !tags.getOrDefault(name, "").isEmpty();
    }

}
