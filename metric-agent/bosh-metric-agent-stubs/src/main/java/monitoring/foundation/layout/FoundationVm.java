package monitoring.foundation.layout;

import java.util.List;

/**
 * A VM of the simulated foundation.
 *
 * @param number 0 for the first; what chance is asked with
 * @param id GUID of the BOSH instance, also the id of a Diego cell
 * @param deployment its deployment
 * @param job its instance group
 * @param index its index within the group
 * @param zone its availability zone
 * @param ip its address
 * @param hardware what it has
 */
public record FoundationVm(int number, String id, String deployment, String job, int index, String zone, String ip,
        Hardware hardware) {

    /** Instance group of the Diego cells. */
    public static final String CELL = "diego-cell";

    public boolean cell() {
        return this.job.equals(CELL);
    }

    /** What people call it: {@code job/index}. */
    public String name() {
        return this.job + "/" + this.index;
    }

    /**
     * What a VM has.
     *
     * @param cores number of cores
     * @param memory bytes
     * @param rootDisk bytes of {@code /}
     * @param dataDisk bytes of {@code /var/vcap/data}
     * @param processes names of its jobs' processes, as monit knows them
     */
    public record Hardware(int cores, long memory, long rootDisk, long dataDisk, List<String> processes) {

        public Hardware {
            processes = List.copyOf(processes);
        }

    }

}
