package monitoring.storage.inventory;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A process of a VM's jobs, as the VM's BOSH agent tells of it.
 *
 * @param name as monit knows it
 * @param state how it is
 * @param uptime since it was started, null where it was not told
 * @param cpu percent of one core, null where it was not told
 * @param memory resident bytes, null where it was not told
 * @param memoryPercent of the VM's memory, null where it was not told
 */
public record JobProcess(String name, State state, @Nullable Duration uptime, @Nullable Double cpu,
        @Nullable Long memory, @Nullable Double memoryPercent) {

    public JobProcess {
        requireNonNull(name, "name");
        requireNonNull(state, "state");
    }

    /** How a process is. */
    public enum State {

        /** It runs. */
        RUNNING,
        /** It is being started. */
        STARTING,
        /** It was stopped, or is not watched. */
        STOPPED,
        /** It should run, and does not. */
        FAILING,
        /** The agent said something else. */
        UNKNOWN;

        /** The state for what an agent says. */
        public static State of(String told) {
            return switch (told) {
                case "running" -> RUNNING;
                case "starting", "initializing" -> STARTING;
                case "stopped", "unmonitored" -> STOPPED;
                case "failing", "does not exist", "execution failed" -> FAILING;
                default -> UNKNOWN;
            };
        }

    }

}
