package monitoring.storage.inventory;

import java.time.Instant;
import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * What a director said of the jobs of a VM.
 *
 * @param vm GUID of the VM
 * @param at when it said so
 * @param processes in the agent's order; none where the agent did not answer
 */
public record JobReport(String vm, Instant at, List<JobProcess> processes) {

    public JobReport {
        requireNonNull(vm, "vm");
        requireNonNull(at, "at");
        processes = List.copyOf(processes);
    }

}
