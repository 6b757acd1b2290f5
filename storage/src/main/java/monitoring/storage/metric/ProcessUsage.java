package monitoring.storage.metric;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * One of the processes of a VM that hold the most memory.
 *
 * @param rank 1 for the largest
 * @param name of its program
 * @param pid its number
 * @param memory resident bytes
 * @param time when it was seen
 */
public record ProcessUsage(int rank, String name, long pid, long memory, Instant time) {

    public ProcessUsage {
        requireNonNull(name, "name");
        requireNonNull(time, "time");
    }

}
