package monitoring.storage.metric;

/** Tag and field names of PaaS-TA's InfluxDB contract. */
public final class Tags {

    /** VM: job name, {@code micro-bosh} for the director. */
    public static final String ORIGIN = "origin";

    /** VM: the BOSH instance's GUID. */
    public static final String ID = "id";

    /** VM: first address. */
    public static final String IP = "ip";

    /** VM: index within its job. */
    public static final String INDEX = "index";

    /** VM: BOSH deployment. */
    public static final String DEPLOYMENT = "deployment";

    /** VM: name of the metric. */
    public static final String METRIC_NAME = "metricname";

    /** Process: its name. */
    public static final String PROCESS_NAME = "proc_name";

    /** Container: name of the metric. */
    public static final String NAME = "name";

    /** Container: host name of the cell. */
    public static final String MACHINE = "machine";

    /** Container: address of the cell. */
    public static final String CELL_IP = "cell_ip";

    /** Container: Garden handle, {@code /} for the cell itself. */
    public static final String CONTAINER_ID = "container_id";

    /** Container: {@code <containerIP>-<cellIP>} style interface. */
    public static final String CONTAINER_INTERFACE = "container_interface";

    /** Container: GUID of the app. */
    public static final String APPLICATION_ID = "application_id";

    /** Container: index of the app's instance. */
    public static final String APPLICATION_INDEX = "application_index";

    /** Container: name of the app. */
    public static final String APPLICATION_NAME = "application_name";

    /** Container: first route of the app. */
    public static final String APPLICATION_URL = "application_url";

    /** Field: the measured value. */
    public static final String VALUE = "value";

    /** Field of a container: memory limit in bytes. */
    public static final String APP_MEMORY = "app_mem";

    /** Field of a container: disk limit in bytes. */
    public static final String APP_DISK = "app_disk";

    /** Fields of a process: rank, pid, parent pid, resident bytes, start in epoch ms. */
    public static final String PROCESS_INDEX = "proc_index";

    /** Process id. */
    public static final String PROCESS_PID = "proc_pid";

    /** Process id of the parent. */
    public static final String PROCESS_PPID = "proc_ppid";

    /** Resident memory in bytes. */
    public static final String MEMORY_USAGE = "mem_usage";

    /** Start of the process. */
    public static final String START_TIME = "start_time";

    private Tags() {
    }

}
