package monitoring.metricagent.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Reads which processes hold the most memory. */
public final class ProcessReader {

    private final OperatingSystem system;

    private final Measurement measurement;

    private final Map<String, String> identity;

    private final int most;

    /**
     * Reads nothing yet.
     * @param measurement VM_PROCESS or BOSH_PROCESS
     * @param identity tags of this VM
     * @param most how many processes are told
     */
    public ProcessReader(OperatingSystem system, Measurement measurement, Map<String, String> identity, int most) {
        this.system = system;
        this.measurement = measurement;
        this.identity = Map.copyOf(identity);
        this.most = most;
    }

    /** Reads once, as of a time; largest first. */
    public List<Sample> read(Instant time) {
        List<Sample> samples = new ArrayList<>(this.most);
        int rank = 0;
        for (OSProcess process : this.system.getProcesses(OperatingSystem.ProcessFiltering.VALID_PROCESS,
                OperatingSystem.ProcessSorting.RSS_DESC, this.most)) {
            if (process.getResidentMemory() > 0 && !process.getName().isBlank()) {
                samples.add(sample(process, ++rank, time));
            }
        }
        return samples;
    }

    private Sample sample(OSProcess process, int rank, Instant time) {
        Map<String, String> tags = new HashMap<>(this.identity);
        tags.put(Tags.METRIC_NAME, "processStats");
        tags.put(Tags.PROCESS_NAME, process.getName());
        Map<String, Number> fields = Map.of(Tags.PROCESS_INDEX, rank, Tags.PROCESS_PID, process.getProcessID(),
                Tags.PROCESS_PPID, process.getParentProcessID(), Tags.MEMORY_USAGE, process.getResidentMemory(),
                Tags.START_TIME, process.getStartTime());
        return new Sample(this.measurement, tags, fields, time);
    }

}
