package monitoring.storage.inventory;

import static java.util.Objects.requireNonNull;

/**
 * A Cloud Foundry app.
 *
 * @param guid its GUID
 * @param name its name, unique only within its space
 * @param space name of its space
 * @param organization name of its organization
 * @param instances how many are wanted of its web process
 */
public record App(String guid, String name, String space, String organization, int instances) {

    public App {
        requireNonNull(guid, "guid");
        requireNonNull(name, "name");
        requireNonNull(space, "space");
        requireNonNull(organization, "organization");
        if (instances < 0) {
            throw new IllegalArgumentException("instances of " + name + ": " + instances + " (expected: >= 0)");
        }
    }

}
