package monitoring.metricagent.container;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Shows programs of this host as containers: by their cgroup where each has its own, else
 * by the process itself.
 */
public final class ProgramReader implements ContainerReader {

    private static final String PREFIX = "pid.";

    private final Path file;

    private final String cellIp;

    private final OperatingSystem system;

    private final long memoryOfHost;

    private final Cgroup cgroup = new Cgroup(Path.of("/sys/fs/cgroup"), Path.of("/proc"));

    /**
     * Reads nothing yet.
     * @param file properties with a key {@code pid.<program>} for each program
     * @param cellIp address of this host
     * @param memoryOfHost bytes, the limit of a program that has none
     */
    public ProgramReader(Path file, String cellIp, OperatingSystem system, long memoryOfHost) {
        this.file = file;
        this.cellIp = cellIp;
        this.system = system;
        this.memoryOfHost = memoryOfHost;
    }

    @Override
    public List<Sample> read(Instant time) throws IOException {
        Properties programs = new Properties();
        try (Reader reader = Files.newBufferedReader(this.file)) {
            programs.load(reader);
        }
        catch (NoSuchFileException ex) {
            return List.of(); // written when all programs run
        }
        List<Sample> samples = new ArrayList<>();
        for (String key : programs.stringPropertyNames()) {
            String pid = programs.getProperty(key);
            if (key.startsWith(PREFIX) && pid.matches("[0-9]{1,9}")) {
                OSProcess process = this.system.getProcess(Integer.parseInt(pid));
                if (process != null) {
                    samples.addAll(container(key.substring(PREFIX.length()), process).samples(time));
                }
            }
        }
        return samples;
    }

    private Container container(String name, OSProcess process) throws IOException {
        long pid = process.getProcessID();
        Map<String, String> tags = new HashMap<>();
        tags.put(Tags.APPLICATION_ID, name);
        tags.put(Tags.APPLICATION_INDEX, "0");
        tags.put(Tags.APPLICATION_NAME, name);
        tags.put(Tags.CONTAINER_ID, name);
        tags.put(Tags.CONTAINER_INTERFACE, Container.interfaceName(name, this.cellIp));
        tags.put(Tags.CELL_IP, this.cellIp);
        tags.put(Tags.MACHINE, this.cellIp);
        double seconds = (process.getKernelTime() + process.getUserTime()) / 1000.0;
        Map<String, Double> values = Map.of("cpu_usage_total", this.cgroup.cpuSeconds(pid).orElse(seconds),
                "memory_usage", (double) this.cgroup.memory(pid).orElse(process.getResidentMemory()));
        return new Container(tags, this.cgroup.memoryLimit(pid).orElse(this.memoryOfHost), 0, values);
    }

}
