package monitoring.storage.metric;

/**
 * What of a target can run short. Its code is PaaS-TA's {@code alarm_type}, at most six
 * characters.
 */
public enum Resource {

    /** Percent of all cores of a VM; percent of one core of a container. */
    CPU("cpu"),
    /** Percent used, that is total less available. */
    MEMORY("memory"),
    /** Percent used of {@code /var/vcap/data}; of the quota of a container. */
    DISK("disk"),
    /** Percent used of {@code /}. */
    ROOT_DISK("root"),
    /** Percent of the inodes used. */
    INODES("inode"),
    /** Percent of the swap space used. */
    SWAP("swap"),
    /** Load average of one minute for each core. */
    LOAD("load"),
    /** Network errors and drops a second. */
    NETWORK("neterr"),
    /** A process that must run and does not. */
    PROCESS("proc"),
    /** No data of a target while others report: PaaS-TA's "fail". */
    HEARTBEAT("fail"),
    /** No data of anything: the monitoring itself sees nothing there. */
    BLIND("blind"),
    /** A receiver that cannot be told: the monitoring itself does not reach it. */
    NOTIFICATION("notify");

    private final String code;

    Resource(String code) {
        this.code = code;
    }

    public String code() {
        return this.code;
    }

    /** Whether it is a number that has limits; the others are there or not. */
    public boolean hasValue() {
        return switch (this) {
            case CPU, MEMORY, DISK, ROOT_DISK, INODES, SWAP, LOAD, NETWORK -> true;
            case PROCESS, HEARTBEAT, BLIND, NOTIFICATION -> false;
        };
    }

    /** Whether targets of an origin have a value of it. */
    public boolean isMeasuredOf(Origin origin) {
        return switch (this) {
            case ROOT_DISK, INODES, SWAP, LOAD -> origin == Origin.BOSH || origin == Origin.VM;
            default -> hasValue();
        };
    }

    /**
     * The resource with a code of PaaS-TA's tables.
     * @throws IllegalArgumentException if there is none
     */
    public static Resource ofCode(String code) {
        for (Resource resource : values()) {
            if (resource.code.equals(code)) {
                return resource;
            }
        }
        throw new IllegalArgumentException("alarm_type: " + code
                + " (expected: cpu, memory, disk, root, inode, swap, load, neterr, proc, fail, " + "blind or notify)");
    }

}
