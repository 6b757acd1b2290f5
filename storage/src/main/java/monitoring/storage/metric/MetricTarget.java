package monitoring.storage.metric;

import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * What a value was measured of.
 *
 * @param origin its kind
 * @param tags the tags that name it; copied
 */
public record MetricTarget(Origin origin, Map<String, String> tags) {

    public MetricTarget {
        requireNonNull(origin, "origin");
        tags = Map.copyOf(tags);
    }

    /**
     * The identity: a VM's GUID (its address where an old agent sends none),
     * {@code <app GUID>/<index>} of a container. Never a name.
     */
    public String id() {
        return switch (this.origin) {
            case BOSH, VM -> first(Tags.ID, Tags.IP);
            case CONTAINER, APP -> tag(Tags.APPLICATION_ID) + "/" + tag(Tags.APPLICATION_INDEX);
        };
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

}
