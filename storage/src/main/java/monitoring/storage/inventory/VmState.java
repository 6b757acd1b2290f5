package monitoring.storage.inventory;

/** What the director says of a VM. */
public enum VmState {

    RUNNING, FAILING, UNRESPONSIVE, STOPPED, UNKNOWN;

    /** The state for a director's {@code job_state}. */
    public static VmState ofJobState(String jobState) {
        return switch (jobState) {
            case "running" -> RUNNING;
            case "failing" -> FAILING;
            case "unresponsive agent" -> UNRESPONSIVE;
            case "stopped", "detached" -> STOPPED;
            default -> UNKNOWN;
        };
    }

}
