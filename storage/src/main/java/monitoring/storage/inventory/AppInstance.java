package monitoring.storage.inventory;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * One container of an app.
 *
 * @param appGuid of the app
 * @param index of the instance
 * @param state as the cloud controller says: RUNNING, CRASHED, STARTING, STOPPING, DOWN
 * @param cellIp address of the cell it runs on, empty while it runs on none
 * @param containerInterface PaaS-TA's {@code container_interface}, empty while no
 * container reported
 * @param memoryQuota bytes
 * @param diskQuota bytes
 * @param since when it was first seen on this cell
 */
public record AppInstance(String appGuid, int index, String state, String cellIp, String containerInterface,
        long memoryQuota, long diskQuota, Instant since) {

    public AppInstance {
        requireNonNull(appGuid, "appGuid");
        requireNonNull(state, "state");
        requireNonNull(cellIp, "cellIp");
        requireNonNull(containerInterface, "containerInterface");
        requireNonNull(since, "since");
        if (index < 0) {
            throw new IllegalArgumentException("index of " + appGuid + ": " + index + " (expected: >= 0)");
        }
    }

    /** The identity of its container: {@code <app GUID>/<index>}. */
    public String id() {
        return this.appGuid + "/" + this.index;
    }

}
