package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

/** Asks for the processes of one VM, and keeps those of the newest report. */
final class ProcessAnswer {

    // an agent tells of 21; twice that is sure to hold the newest report whole
    private static final int MOST = 50;

    private final List<ProcessUsage> processes = new ArrayList<>();

    static String statement(Source source, Origin origin, String targetId, TimeRange range) {
        Measurement measurement = (origin == Origin.BOSH) ? Measurement.BOSH_PROCESS : Measurement.VM_PROCESS;
        String columns = InfluxQl.names(List.of(Tags.MEMORY_USAGE, Tags.PROCESS_PID, Tags.PROCESS_NAME));
        return "SELECT " + columns + " FROM " + source.of(measurement) + " WHERE "
                + Source.restrictedTo(origin, java.util.Set.of(targetId)).substring(" AND ".length()) + " AND "
                + InfluxQl.within(range) + " ORDER BY time DESC LIMIT " + MOST;
    }

    void add(List<List<Object>> rows) {
        for (List<Object> row : rows) {
            Instant time = Instant.ofEpochMilli(((Number) row.get(0)).longValue());
            if (!this.processes.isEmpty() && !this.processes.get(0).time().equals(time)) {
                return;
            }
            if (row.get(1) instanceof Number memory && row.get(2) instanceof Number pid
                    && row.get(3) instanceof String name) {
                this.processes.add(new ProcessUsage(1, name, pid.longValue(), memory.longValue(), time));
            }
        }
    }

    List<ProcessUsage> largestFirst() {
        this.processes.sort(Comparator.comparingLong(ProcessUsage::memory).reversed());
        List<ProcessUsage> ranked = new ArrayList<>(this.processes.size());
        for (ProcessUsage process : this.processes) {
            ranked.add(new ProcessUsage(ranked.size() + 1, process.name(), process.pid(), process.memory(),
                    process.time()));
        }
        return ranked;
    }

}
