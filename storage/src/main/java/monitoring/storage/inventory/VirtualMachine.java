package monitoring.storage.inventory;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * A BOSH instance.
 *
 * @param id its GUID
 * @param director name of the director that made it
 * @param deployment its deployment
 * @param job its instance group
 * @param index its index within the job
 * @param zone its availability zone
 * @param ip its first address
 * @param cell whether it runs containers
 * @param state what the director says of it
 * @param seenAt when the director last reported it
 */
public record VirtualMachine(String id, String director, String deployment, String job, int index, String zone,
        String ip, boolean cell, VmState state, Instant seenAt) {

    public VirtualMachine {
        requireNonNull(id, "id");
        requireNonNull(director, "director");
        requireNonNull(deployment, "deployment");
        requireNonNull(job, "job");
        requireNonNull(zone, "zone");
        requireNonNull(ip, "ip");
        requireNonNull(state, "state");
        requireNonNull(seenAt, "seenAt");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of " + job + "/" + index + ": blank (expected: a GUID)");
        }
    }

    /** What people call it: {@code job/index}. */
    public String name() {
        return this.job + "/" + this.index;
    }

}
