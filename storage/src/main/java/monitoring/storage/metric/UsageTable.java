package monitoring.storage.metric;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The usage of all targets of an origin, by resource and by the target's id. It bears no
 * names, as there may be 100,000 targets.
 */
public final class UsageTable {

    private final Map<Resource, Map<String, Double>> values = new EnumMap<>(Resource.class);

    private final Map<Resource, Map<String, Double>> wholes = new EnumMap<>(Resource.class);

    /** Says the usage of a target, in the resource's unit. */
    public void put(Resource resource, String id, double value) {
        this.values.computeIfAbsent(resource, (any) -> new HashMap<>()).put(id, value);
    }

    /** Says what 100 percent of a resource of a target are, in bytes. */
    public void putWhole(Resource resource, String id, double bytes) {
        this.wholes.computeIfAbsent(resource, (any) -> new HashMap<>()).put(id, bytes);
    }

    /** A target's usage, null if it did not report. */
    public @Nullable Double value(Resource resource, String id) {
        return this.values.getOrDefault(resource, Map.of()).get(id);
    }

    /** What 100 percent of a resource of a target are, in bytes; 0 where not known. */
    public double whole(Resource resource, String id) {
        return this.wholes.getOrDefault(resource, Map.of()).getOrDefault(id, 0.0);
    }

}
