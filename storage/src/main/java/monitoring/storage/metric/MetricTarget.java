package monitoring.storage.metric;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/** What a value was measured of. */
public final class MetricTarget {

    private final Origin origin;

    private final Map<String, String> tags;

    private final String id;

    /**
     * Makes a target.
     * @param origin its kind
     * @param tags the tags that name it; copied
     */
    public MetricTarget(Origin origin, Map<String, String> tags) {
        this.origin = requireNonNull(origin, "origin");
        this.tags = Map.copyOf(tags);
        this.id = switch (origin) {
            case BOSH, VM -> first(Tags.ID, Tags.IP);
            case CONTAINER, APP -> tag(Tags.APPLICATION_ID) + "/" + tag(Tags.APPLICATION_INDEX);
        };
    }

    public Origin origin() {
        return this.origin;
    }

    public Map<String, String> tags() {
        return this.tags;
    }

    /**
     * The identity: a VM's GUID (its address where an old agent sends none),
     * {@code <app GUID>/<index>} of a container. Never a name.
     */
    public String id() {
        return this.id;
    }

    /**
     * What people call it: {@code job/index} of a VM, {@code app[index]} of a container.
     */
    public String name() {
        return switch (this.origin) {
            case BOSH -> tag(Tags.ORIGIN);
            case VM -> tag(Tags.ORIGIN) + "/" + tag(Tags.INDEX);
            case CONTAINER, APP -> tag(Tags.APPLICATION_NAME) + "[" + tag(Tags.APPLICATION_INDEX) + "]";
        };
    }

    /** The address of the VM, or of the cell of a container. */
    public String ip() {
        return switch (this.origin) {
            case BOSH, VM -> tag(Tags.IP);
            case CONTAINER, APP -> tag(Tags.CELL_IP);
        };
    }

    /** A tag's value, empty where the target has none. */
    public String tag(String name) {
        return this.tags.getOrDefault(name, "");
    }

    private String first(String name, String otherwise) {
        String value = tag(name);
        return value.isEmpty() ? tag(otherwise) : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MetricTarget target && this.origin == target.origin && this.tags.equals(target.tags);
    }

    @Override
    public int hashCode() {
        return this.id.hashCode();
    }

    @Override
    public String toString() {
        return this.origin + " " + this.tags;
    }

}
