package monitoring.foundation.agents;

import java.util.stream.IntStream;

/** The names of what PaaS-TA's agent measures of a VM. */
final class VmMetrics {

    static final Metric[] CORES = IntStream.range(0, 64)
        .mapToObj((core) -> new Metric("cpuStats.core." + core))
        .toArray(Metric[]::new);

    static final Metric LOAD_1 = new Metric("cpuStats.LoadAvg1Stats");

    static final Metric LOAD_5 = new Metric("cpuStats.LoadAvg5Stats");

    static final Metric LOAD_15 = new Metric("cpuStats.LoadAvg15Stats");

    static final Metric MEMORY_TOTAL = new Metric("memoryStats.TotalMemory");

    static final Metric MEMORY_FREE = new Metric("memoryStats.FreeMemory");

    static final Metric MEMORY_BUFFERS = new Metric("memoryStats.BuffersMemory");

    static final Metric MEMORY_CACHED = new Metric("memoryStats.CachedMemory");

    static final Metric SWAP_CACHED = new Metric("memoryStats.SwapCachedMemory");

    static final Metric MEMORY_AVAILABLE = new Metric("memoryStats.AvailableMemory");

    static final Metric MEMORY_USED = new Metric("memoryStats.UsedMemory");

    static final Metric MEMORY_USED_PERCENT = new Metric("memoryStats.UsedPercent");

    static final Metric SWAP_USED_PERCENT = new Metric("memoryStats.SwapUsedPercent");

    static final Disk ROOT = new Disk("/", "sda1");

    static final Disk DATA = new Disk("/var/vcap/data", "sdb2");

    static final Metric MTU = new Metric("networkInterface.eth0.MTU");

    static final Metric BYTES_IN = network("bytesRecv");

    static final Metric BYTES_OUT = network("bytesSent");

    static final Metric PACKETS_IN = network("packetRecv");

    static final Metric PACKETS_OUT = network("packetSent");

    static final Metric DROPS_IN = network("dropIn");

    static final Metric DROPS_OUT = network("dropOut");

    static final Metric ERRORS_IN = network("errIn");

    static final Metric ERRORS_OUT = network("errOut");

    private VmMetrics() {
    }

    private static Metric network(String counter) {
        return new Metric("networkIOStats.eth0." + counter);
    }

    /** The names of one file system and of the device below it. */
    static final class Disk {

        final Metric total;

        final Metric used;

        final Metric available;

        final Metric usage;

        final Metric inodes;

        final Metric[] counters;

        Disk(String mount, String device) {
            String space = "diskStats." + mount + ".";
            this.total = new Metric(space + "Total");
            this.used = new Metric(space + "Used");
            this.available = new Metric(space + "Available");
            this.usage = new Metric(space + "Usage");
            this.inodes = new Metric(space + "InodesUsage");
            String activity = "diskIOStats." + mount + "." + device + ".";
            this.counters = new Metric[] { new Metric(activity + "readCount"), new Metric(activity + "writeCount"),
                    new Metric(activity + "readBytes"), new Metric(activity + "writeBytes"),
                    new Metric(activity + "readTime"), new Metric(activity + "writeTime"),
                    new Metric(activity + "ioTime") };
        }

    }

}
