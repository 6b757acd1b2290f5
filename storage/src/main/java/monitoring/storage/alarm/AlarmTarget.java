package monitoring.storage.alarm;

import monitoring.storage.metric.Origin;

import static java.util.Objects.requireNonNull;

/**
 * What an alarm is about; empty strings where something does not apply.
 *
 * @param origin its kind
 * @param id GUID of the VM, {@code <app GUID>/<index>} of a container: the identity
 * @param name what people call it
 * @param ip its address, or the address of its cell
 * @param deployment deployment of the VM, organization / space of an app
 * @param zone availability zone
 * @param appGuid GUID of the app of a container
 */
public record AlarmTarget(Origin origin, String id, String name, String ip, String deployment, String zone,
        String appGuid) {

    public AlarmTarget {
        requireNonNull(origin, "origin");
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(ip, "ip");
        requireNonNull(deployment, "deployment");
        requireNonNull(zone, "zone");
        requireNonNull(appGuid, "appGuid");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of " + name + ": blank (expected: a GUID)");
        }
    }

}
