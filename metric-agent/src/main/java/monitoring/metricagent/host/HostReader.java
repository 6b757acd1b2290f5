package monitoring.metricagent.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;

import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HWPartition;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSFileStore;
import oshi.software.os.OperatingSystem;

/**
 * Reads processors, memory, disks and network. The load of a processor is that since the
 * reading before, so the first reading needs one to compare with, which the constructor
 * takes.
 */
public final class HostReader {

    private static final Set<String> NO_DISKS = Set.of("tmpfs", "devtmpfs", "overlay", "squashfs", "ramfs", "proc",
            "sysfs", "cgroup", "cgroup2", "nsfs", "autofs");

    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final HardwareAbstractionLayer hardware;

    private final OperatingSystem system;

    private final Measurement measurement;

    private final Map<String, String> identity;

    private long[][] ticks;

    /**
     * Takes the first ticks.
     * @param measurement VM or BOSH
     * @param identity tags of this VM
     */
    public HostReader(HardwareAbstractionLayer hardware, OperatingSystem system, Measurement measurement,
            Map<String, String> identity) {
        this.hardware = hardware;
        this.system = system;
        this.measurement = measurement;
        this.identity = Map.copyOf(identity);
        this.ticks = hardware.getProcessor().getProcessorCpuLoadTicks();
    }

    /** Reads everything once, as of a time. */
    public List<Sample> read(Instant time) {
        Readings readings = new Readings(this.measurement, this.identity, time);
        processors(readings);
        memory(readings);
        disks(readings);
        diskTraffic(readings);
        network(readings);
        return readings.samples();
    }

    private void processors(Readings readings) {
        CentralProcessor processor = this.hardware.getProcessor();
        long[][] now = processor.getProcessorCpuLoadTicks();
        double[] loads = processor.getProcessorCpuLoadBetweenTicks(this.ticks, now);
        this.ticks = now;
        for (int core = 0; core < loads.length; core++) {
            readings.add("cpuStats.core." + core, loads[core] * 100);
        }
        double[] averages = processor.getSystemLoadAverage(3);
        readings.add("cpuStats.LoadAvg1Stats", averages[0]);
        readings.add("cpuStats.LoadAvg5Stats", averages[1]);
        readings.add("cpuStats.LoadAvg15Stats", averages[2]);
    }

    private void memory(Readings readings) {
        GlobalMemory memory = this.hardware.getMemory();
        double total = memory.getTotal();
        double available = memory.getAvailable();
        readings.add("memoryStats.TotalMemory", total);
        readings.add("memoryStats.AvailableMemory", available);
        readings.add("memoryStats.UsedMemory", total - available);
        readings.add("memoryStats.UsedPercent", (total - available) / total * 100);
        Map<String, Long> details = memoryDetails();
        for (String[] name : new String[][] { { "MemFree", "FreeMemory" }, { "Buffers", "BuffersMemory" },
                { "Cached", "CachedMemory" }, { "SwapCached", "SwapCachedMemory" } }) {
            readings.add("memoryStats." + name[1],
                    details.containsKey(name[0]) ? details.get(name[0]) * 1024.0 : Double.NaN);
        }
        double swap = memory.getVirtualMemory().getSwapTotal();
        readings.add("memoryStats.SwapUsedPercent", memory.getVirtualMemory().getSwapUsed() / swap * 100);
    }

    /** What only Linux tells, in KiB. */
    private static Map<String, Long> memoryDetails() {
        Map<String, Long> details = new HashMap<>();
        try {
            for (String line : Files.readAllLines(MEMORY)) {
                String[] words = line.split("[: ]+");
                details.put(words[0], Long.parseLong(words[1]));
            }
            return details;
        }
        catch (IOException ex) {
            return Map.of(); // no Linux: these four are left out
        }
    }

    private void disks(Readings readings) {
        for (OSFileStore store : this.system.getFileSystem().getFileStores(true)) {
            if (NO_DISKS.contains(store.getType().toLowerCase(Locale.ROOT))) {
                continue;
            }
            String prefix = "diskStats." + store.getMount() + ".";
            double total = store.getTotalSpace();
            double used = total - store.getFreeSpace();
            double available = store.getUsableSpace();
            readings.add(prefix + "Total", total);
            readings.add(prefix + "Used", used);
            readings.add(prefix + "Available", available);
            // as df: what only root may use counts neither as used nor as free
            readings.add(prefix + "Usage", used / (used + available) * 100);
            double inodes = store.getTotalInodes();
            readings.add(prefix + "InodesUsage", (inodes - store.getFreeInodes()) / inodes * 100);
        }
    }

    private void diskTraffic(Readings readings) {
        for (HWDiskStore disk : this.hardware.getDiskStores()) {
            for (HWPartition partition : disk.getPartitions()) {
                if (!partition.getMountPoint().isBlank()) {
                    traffic(readings, "diskIOStats." + partition.getMountPoint() + "." + partition.getName() + ".",
                            disk);
                }
            }
        }
    }

    private static void traffic(Readings readings, String prefix, HWDiskStore disk) {
        readings.add(prefix + "readCount", disk.getReads());
        readings.add(prefix + "writeCount", disk.getWrites());
        readings.add(prefix + "readBytes", disk.getReadBytes());
        readings.add(prefix + "writeBytes", disk.getWriteBytes());
        readings.add(prefix + "ioTime", disk.getTransferTime());
    }

    private void network(Readings readings) {
        for (NetworkIF network : this.hardware.getNetworkIFs()) {
            readings.add("networkInterface." + network.getName() + ".MTU", network.getMTU());
            String prefix = "networkIOStats." + network.getName() + ".";
            readings.add(prefix + "bytesRecv", network.getBytesRecv());
            readings.add(prefix + "bytesSent", network.getBytesSent());
            readings.add(prefix + "packetRecv", network.getPacketsRecv());
            readings.add(prefix + "packetSent", network.getPacketsSent());
            readings.add(prefix + "dropIn", network.getInDrops());
            readings.add(prefix + "errIn", network.getInErrors());
            readings.add(prefix + "errOut", network.getOutErrors());
        }
    }

}
