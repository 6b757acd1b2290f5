package monitoring.foundation.layout;

/**
 * An app of the simulated foundation.
 *
 * @param number 0 for the first; what chance is asked with
 * @param guid its GUID, also that of its web process
 * @param name its name
 * @param spaceNumber number of its space
 * @param instances how many it has at first
 * @param memoryQuota bytes for each instance
 * @param diskQuota bytes for each instance
 */
public record FoundationApp(int number, String guid, String name, int spaceNumber, int instances, long memoryQuota,
        long diskQuota) {

    /** Its first route. */
    public String route() {
        return this.name + ".apps.example.org";
    }

    /**
     * An instance's address in the overlay network, its own for each of 128 instances.
     */
    public String address(int index) {
        int slot = this.number * 128 + index % 128;
        return "10." + (255 - (slot >>> 16)) + "." + (slot >>> 8 & 255) + "." + (slot & 255);
    }

}
