package monitoring.storage.metric;

import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * A metric's name on the wire, or a family of names.
 *
 * @param value name; of a family the beginning of its names, or a pattern in which
 * {@code *} stands for anything
 * @param family whether all names that begin so, or fit the pattern, are meant
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

    /** Bytes of the data disk. */
    public static final MetricName DISK_TOTAL = gauge("diskStats./var/vcap/data.Total");

    /** Percent used of the root disk. */
    public static final MetricName ROOT_DISK_USAGE = gauge("diskStats./.Usage");

    /** Percent used of the inodes of the data disk. */
    public static final MetricName INODE_USAGE = gauge("diskStats./var/vcap/data.InodesUsage");

    /** Percent used of the inodes of the root disk. */
    public static final MetricName ROOT_INODE_USAGE = gauge("diskStats./.InodesUsage");

    /** Percent used of the swap space; no sample where there is none. */
    public static final MetricName SWAP_USAGE = gauge("memoryStats.SwapUsedPercent");

    /** Bytes that came in, a second, over all interfaces. */
    public static final MetricName NETWORK_BYTES_IN = counters("networkIOStats.*.bytesRecv");

    /** Bytes that went out, a second, over all interfaces. */
    public static final MetricName NETWORK_BYTES_OUT = counters("networkIOStats.*.bytesSent");

    /** Packets that came in. */
    public static final MetricName NETWORK_PACKETS_IN = counters("networkIOStats.*.packetRecv");

    /** Packets that went out. */
    public static final MetricName NETWORK_PACKETS_OUT = counters("networkIOStats.*.packetSent");

    /** Packets that came in and were dropped. */
    public static final MetricName NETWORK_DROPS_IN = counters("networkIOStats.*.dropIn");

    /** Packets that were to go out and were dropped. */
    public static final MetricName NETWORK_DROPS_OUT = counters("networkIOStats.*.dropOut");

    /** Packets that came in broken. */
    public static final MetricName NETWORK_ERRORS_IN = counters("networkIOStats.*.errIn");

    /** Packets that could not go out. */
    public static final MetricName NETWORK_ERRORS_OUT = counters("networkIOStats.*.errOut");

    /** Errors and drops of a VM. */
    public static final List<MetricName> NETWORK_FAULTS = List.of(NETWORK_DROPS_IN, NETWORK_DROPS_OUT,
            NETWORK_ERRORS_IN, NETWORK_ERRORS_OUT);

    /** Bytes read from disks. */
    public static final MetricName DISK_BYTES_READ = counters("diskIOStats.*.readBytes");

    /** Bytes written to disks. */
    public static final MetricName DISK_BYTES_WRITTEN = counters("diskIOStats.*.writeBytes");

    /** Cumulative seconds of CPU time of a container. */
    public static final MetricName CONTAINER_CPU = counter("cpu_usage_total");

    /** Bytes of memory of a container. */
    public static final MetricName CONTAINER_MEMORY = gauge("memory_usage");

    /** Bytes of disk of a container. */
    public static final MetricName CONTAINER_DISK = gauge("disk_usage");

    /** Load average of a container. */
    public static final MetricName CONTAINER_LOAD = gauge("load_average");

    /** Bytes that came into a container. */
    public static final MetricName CONTAINER_BYTES_IN = counter("rx_bytes");

    /** Bytes that went out of a container. */
    public static final MetricName CONTAINER_BYTES_OUT = counter("tx_bytes");

    /** Errors and drops of a container. */
    public static final List<MetricName> CONTAINER_NETWORK_FAULTS = List.of(counter("rx_errors"), counter("rx_dropped"),
            counter("tx_errors"), counter("tx_dropped"));

    public MetricName {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("metric name: blank (expected: a name such as cpuStats.core.0)");
        }
    }

    /** Whether a name is meant. */
    public boolean matches(String name) {
        if (!this.family) {
            return this.value.equals(name);
        }
        if (this.value.indexOf('*') < 0) {
            return name.startsWith(this.value);
        }
        String[] parts = this.value.split("\\*", -1);
        int at = parts[0].length();
        String last = parts[parts.length - 1];
        if (!name.startsWith(parts[0]) || name.length() < at + last.length() || !name.endsWith(last)) {
            return false;
        }
        for (int part = 1; part < parts.length - 1; part++) {
            int found = name.indexOf(parts[part], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[part].length();
        }
        return at <= name.length() - last.length();
    }

    public static MetricName gauge(String name) {
        return new MetricName(name, false, false);
    }

    /** A family of counters, {@code *} standing for anything. */
    public static MetricName counters(String pattern) {
        return new MetricName(pattern, true, true);
    }

    public static MetricName counter(String name) {
        return new MetricName(name, false, true);
    }

}
