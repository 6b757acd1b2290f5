package monitoring.storage.influxdb;

import java.net.URI;
import java.time.Duration;

import monitoring.storage.metric.Measurement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where InfluxDB is, and what PaaS-TA's databases and measurements are called there.
 *
 * @param url address of the HTTP API, http or https
 * @param username empty: without authentication
 * @param password of the user
 * @param retention how long databases that are created here keep what they take; one that
 * exists keeps its own
 * @param certificateAuthority PEM file of certificates to trust instead of the JDK's;
 * empty: those of the JDK
 * @param gzip whether writes are compressed
 * @param batchSize points in one request; a longer list is sent in several
 * @param timeouts how long to wait
 * @param databases names of the databases
 * @param measurements names of the measurements
 */
@ConfigurationProperties("monitoring.influx")
public record InfluxProperties(@DefaultValue(DEFAULT_URL) URI url, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue(DEFAULT_RETENTION) Duration retention,
        @DefaultValue("") String certificateAuthority, @DefaultValue("true") boolean gzip,
        @DefaultValue(DEFAULT_BATCH_SIZE) int batchSize, @DefaultValue Timeouts timeouts,
        @DefaultValue Databases databases, @DefaultValue Measurements measurements) {

    static final String DEFAULT_URL = "http://127.0.0.1:8086";

    // ISO, so that it can be read without Spring
    static final String DEFAULT_RETENTION = "P30D";

    static final String DEFAULT_BATCH_SIZE = "10000";

    public InfluxProperties {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        require(http && url.getHost() != null, "url", url, "http(s)://host:port");
        require(url.getUserInfo() == null, "url", "with user", "username and password in keys of their own");
        require(retention.isZero() || retention.compareTo(Duration.ofHours(1)) >= 0, "retention", retention,
                ">= 1h, or 0 for ever");
        require(batchSize >= 1 && batchSize <= 100_000, "batch-size", batchSize, "1..100000");
        require(username.isEmpty() == password.isEmpty(), "username and password", "only one of them is set",
                "both or none");
    }

    /** All defaults, for a program without Spring. */
    public static InfluxProperties at(URI url) {
        return new InfluxProperties(url, "", "", Duration.parse(DEFAULT_RETENTION), "", true,
                Integer.parseInt(DEFAULT_BATCH_SIZE), Timeouts.defaults(), Databases.defaults(),
                Measurements.defaults());
    }

    /** The same with a user. */
    public InfluxProperties as(String username, String password) {
        return new InfluxProperties(this.url, username, password, this.retention, this.certificateAuthority, this.gzip,
                this.batchSize, this.timeouts, this.databases, this.measurements);
    }

    /** The same with other databases. */
    public InfluxProperties in(Databases databases) {
        return new InfluxProperties(this.url, this.username, this.password, this.retention, this.certificateAuthority,
                this.gzip, this.batchSize, this.timeouts, databases, this.measurements);
    }

    /** The same with other times to wait. */
    public InfluxProperties within(Timeouts timeouts) {
        return new InfluxProperties(this.url, this.username, this.password, this.retention, this.certificateAuthority,
                this.gzip, this.batchSize, timeouts, this.databases, this.measurements);
    }

    @Override
    public String toString() {
        return "InfluxDB at " + this.url; // never the password
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "monitoring.influx." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    /**
     * How long to wait for InfluxDB.
     *
     * @param connect for a connection
     * @param read for the answer to a query
     * @param write for a write to be taken
     */
    public record Timeouts(@DefaultValue(CONNECT) Duration connect, @DefaultValue(READ) Duration read,
            @DefaultValue(WRITE) Duration write) {

        static final String CONNECT = "PT3S";

        static final String READ = "PT60S";

        static final String WRITE = "PT30S";

        public Timeouts {
            requirePositive("connect", connect);
            requirePositive("read", read);
            requirePositive("write", write);
        }

        public static Timeouts defaults() {
            return new Timeouts(Duration.parse(CONNECT), Duration.parse(READ), Duration.parse(WRITE));
        }

        private static void requirePositive(String key, Duration value) {
            require(!value.isNegative() && !value.isZero(), "timeouts." + key, value, "> 0s");
        }

    }

    /**
     * Names of the databases.
     *
     * @param bosh of the director's VM
     * @param vm of the VMs of deployments
     * @param container of the containers
     */
    public record Databases(@DefaultValue(BOSH) String bosh, @DefaultValue(VM) String vm,
            @DefaultValue(CONTAINER) String container) {

        static final String BOSH = "bosh_metric_db";

        static final String VM = "cf_metric_db";

        static final String CONTAINER = "container_metric_db";

        public Databases {
            requireName("databases.bosh", bosh);
            requireName("databases.vm", vm);
            requireName("databases.container", container);
        }

        public static Databases defaults() {
            return new Databases(BOSH, VM, CONTAINER);
        }

        /** The database in which a measurement is. */
        public String of(Measurement measurement) {
            return switch (measurement) {
                case BOSH, BOSH_PROCESS -> this.bosh;
                case VM, VM_PROCESS -> this.vm;
                case CONTAINER -> this.container;
            };
        }

    }

    /**
     * Names of the measurements.
     *
     * @param bosh of the director's VM
     * @param boshProcess of its processes
     * @param vm of the VMs of deployments
     * @param vmProcess of their processes
     * @param container of the containers
     */
    public record Measurements(@DefaultValue(BOSH) String bosh, @DefaultValue(BOSH_PROCESS) String boshProcess,
            @DefaultValue(VM) String vm, @DefaultValue(VM_PROCESS) String vmProcess,
            @DefaultValue(CONTAINER) String container) {

        static final String BOSH = "bosh_metrics";

        static final String BOSH_PROCESS = "bosh_process_metrics";

        static final String VM = "cf_metrics";

        static final String VM_PROCESS = "cf_process_metrics";

        static final String CONTAINER = "container_metrics";

        public Measurements {
            requireName("measurements.bosh", bosh);
            requireName("measurements.bosh-process", boshProcess);
            requireName("measurements.vm", vm);
            requireName("measurements.vm-process", vmProcess);
            requireName("measurements.container", container);
        }

        public static Measurements defaults() {
            return new Measurements(BOSH, BOSH_PROCESS, VM, VM_PROCESS, CONTAINER);
        }

        /** The name of a measurement. */
        public String of(Measurement measurement) {
            return switch (measurement) {
                case BOSH -> this.bosh;
                case BOSH_PROCESS -> this.boshProcess;
                case VM -> this.vm;
                case VM_PROCESS -> this.vmProcess;
                case CONTAINER -> this.container;
            };
        }

    }

    private static void requireName(String key, String name) {
        require(name.matches("[A-Za-z0-9_.-]{1,64}"), key, name, "letters, digits, _, . or -");
    }

}
