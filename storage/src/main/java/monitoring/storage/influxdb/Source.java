package monitoring.storage.influxdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;

/** Names what statements read from, and the tags by which they tell targets apart. */
final class Source {

    private static final List<String> VM_TAGS = List.of(Tags.ID, Tags.IP, Tags.ORIGIN, Tags.INDEX, Tags.DEPLOYMENT);

    // never application_url: its change would split a container
    private static final List<String> CONTAINER_TAGS = List.of(Tags.APPLICATION_ID, Tags.APPLICATION_INDEX,
            Tags.APPLICATION_NAME, Tags.CELL_IP, Tags.CONTAINER_INTERFACE);

    private final InfluxProperties properties;

    Source(InfluxProperties properties) {
        this.properties = properties;
    }

    /**
     * The measurement with its database; which retention policy is the server's default.
     */
    String of(Measurement measurement) {
        return InfluxQl.name(this.properties.databases().of(measurement)) + ".."
                + InfluxQl.name(this.properties.measurements().of(measurement));
    }

    /** What a measurement is called in an answer. */
    String nameOf(Measurement measurement) {
        return this.properties.measurements().of(measurement);
    }

    /** The rollups of a measurement. */
    String of(Measurement measurement, RollupTier tier) {
        return InfluxQl.name(this.properties.databases().of(measurement)) + "." + InfluxQl.name(tier.policy()) + "."
                + InfluxQl.name(this.properties.measurements().of(measurement));
    }

    /** The tags that identify and name a target. */
    static List<String> targetTags(Origin origin) {
        return switch (origin) {
            case BOSH, VM -> VM_TAGS;
            case CONTAINER, APP -> CONTAINER_TAGS;
        };
    }

    /** The tags that identify a target. */
    static List<String> identityTags(Origin origin) {
        return switch (origin) {
            case BOSH, VM -> List.of(Tags.ID, Tags.IP);
            case CONTAINER, APP -> List.of(Tags.APPLICATION_ID, Tags.APPLICATION_INDEX);
        };
    }

    /**
     * The tags within which a counter grows: of its target, and what is exchanged under
     * it.
     */
    static List<String> counterTags(Origin origin) {
        List<String> tags = new ArrayList<>(targetTags(origin));
        tags.add(Measurement.of(origin).nameTag());
        if (Measurement.of(origin) == Measurement.CONTAINER) {
            tags.add(Tags.CONTAINER_ID);
        }
        return tags;
    }

    /**
     * Restricts a statement to some targets; to more than they are where the identity has
     * two parts, so that the answer is to be sifted.
     * @return the condition with a leading {@code AND}, empty for all
     */
    static String restrictedTo(Origin origin, Set<String> ids) {
        if (ids.isEmpty() || ids.size() > InfluxQl.MOST_VALUES) {
            return "";
        }
        return switch (origin) {
            case BOSH, VM -> " AND (" + InfluxQl.isOneOf(Tags.ID, ids) + " OR " + InfluxQl.isOneOf(Tags.IP, ids) + ")";
            case CONTAINER, APP -> {
                Set<String> apps = new TreeSet<>();
                ids.forEach((id) -> apps.add(id.substring(0, Math.max(id.lastIndexOf('/'), 0))));
                yield " AND " + InfluxQl.isOneOf(Tags.APPLICATION_ID, apps);
            }
        };
    }

}
