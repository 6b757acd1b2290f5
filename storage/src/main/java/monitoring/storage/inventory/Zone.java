package monitoring.storage.inventory;

import static java.util.Objects.requireNonNull;

/**
 * A BOSH availability zone.
 *
 * @param id of its row in {@code zones}
 * @param name as BOSH calls it
 */
public record Zone(String id, String name) {

    public Zone {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

}
