package monitoring.storage.metric;

import static java.util.Objects.requireNonNull;

/**
 * A metric's name on the wire, or a family of names that share a beginning.
 *
 * @param value name, or the beginning of the names of a family
 * @param family whether all names that begin so are meant
 * @param counter whether the value only grows, so that its change per second counts
 */
public record MetricName(String value, boolean family, boolean counter) {

    /** All cores; never the load averages that share {@code cpuStats}. */
    public static final MetricName CPU_CORES = new MetricName("cpuStats.core.", true, false);

    /** Load average of one minute. */
    public static final MetricName LOAD_1 = gauge("cpuStats.LoadAvg1Stats");

    /** Load average of five minutes. */
    public static final MetricName LOAD_5 = gauge("cpuStats.LoadAvg5Stats");

    /** Load average of fifteen minutes. */
    public static final MetricName LOAD_15 = gauge("cpuStats.LoadAvg15Stats");

    /** Bytes. */
    public static final MetricName MEMORY_TOTAL = gauge("memoryStats.TotalMemory");

    /** Bytes that can be had without swapping: free memory and what caches give back. */
    public static final MetricName MEMORY_AVAILABLE = gauge("memoryStats.AvailableMemory");

    /** Percent used of the data disk. */
    public static final MetricName DISK_USAGE = gauge("diskStats./var/vcap/data.Usage");

    /** Percent used of the root disk. */
    public static final MetricName ROOT_DISK_USAGE = gauge("diskStats./.Usage");

    /** Cumulative seconds of CPU time of a container. */
    public static final MetricName CONTAINER_CPU = counter("cpu_usage_total");

    /** Bytes of memory of a container. */
    public static final MetricName CONTAINER_MEMORY = gauge("memory_usage");

    /** Bytes of disk of a container. */
    public static final MetricName CONTAINER_DISK = gauge("disk_usage");

    public MetricName {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("metric name: blank (expected: a name such as cpuStats.core.0)");
        }
    }

    public static MetricName gauge(String name) {
        return new MetricName(name, false, false);
    }

    public static MetricName counter(String name) {
        return new MetricName(name, false, true);
    }

}
