package monitoring.storage.metric;

import static java.util.Objects.requireNonNull;

/**
 * Asks for the mean usage of one resource of every target of an origin.
 *
 * @param origin whose targets
 * @param resource what of them; one that is measured of such targets
 * @param range over which the mean is taken
 */
public record MetricWindow(Origin origin, Resource resource, TimeRange range) {

    public MetricWindow {
        requireNonNull(origin, "origin");
        requireNonNull(range, "range");
        requireNonNull(resource, "resource");
        if (!resource.isMeasuredOf(origin)) {
            throw new IllegalArgumentException(
                    "resource: " + resource + " of " + origin + " (expected: one that is measured)");
        }
    }

}
