package monitoring.batch.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

/** The same eleven minutes of the same series, for InfluxDB and for Prometheus. */
final class PeerPoints {

    private static final int MOMENTS = 22;

    private static final int SECONDS = 30;

    private static final int AT_ONCE = 2_000;

    private static final double GIB = 1 << 30;

    private final int vms;

    private final int containers;

    private final Instant end;

    PeerPoints(int vms, int containers, Instant end) {
        this.vms = vms;
        this.containers = containers;
        this.end = end;
    }

    private Instant moment(int number) {
        return this.end.minusSeconds((long) SECONDS * (MOMENTS - 1 - number));
    }

    void write(MetricStore store) {
        for (int first = 0; first < this.vms; first += AT_ONCE) {
            List<Sample> samples = new ArrayList<>();
            for (int vm = first; vm < Math.min(this.vms, first + AT_ONCE); vm++) {
                addVm(samples, vm);
            }
            store.write(samples);
        }
        for (int first = 0; first < this.containers; first += AT_ONCE) {
            List<Sample> samples = new ArrayList<>();
            for (int container = first; container < Math.min(this.containers, first + AT_ONCE); container++) {
                addContainer(samples, container);
            }
            store.write(samples);
        }
    }

    private void addVm(List<Sample> samples, int vm) {
        Map<String, String> tags = Map.of(Tags.ORIGIN, "cell", Tags.ID, "vm" + vm, Tags.IP,
                "10.0." + vm / 250 + "." + vm % 250, Tags.INDEX, "" + vm, Tags.DEPLOYMENT, "cf");
        Map<String, Double> values = Map.of("cpuStats.core.0", 20.0, "cpuStats.core.1", 30.0, "memoryStats.TotalMemory",
                8 * GIB, "memoryStats.AvailableMemory", 5 * GIB, "diskStats./var/vcap/data.Usage", 40.0);
        values.forEach((name, value) -> {
            for (int number = 0; number < MOMENTS; number++) {
                samples
                    .add(Sample.of(Measurement.VM, with(tags, Tags.METRIC_NAME, name), value + number, moment(number)));
            }
        });
    }

    private void addContainer(List<Sample> samples, int container) {
        Map<String, String> tags = Map.of(Tags.APPLICATION_ID, "app" + container / 4, Tags.APPLICATION_INDEX,
                "" + container % 4, Tags.APPLICATION_NAME, "name" + container / 4, Tags.CELL_IP,
                "10.0.0." + container % 250, Tags.CONTAINER_INTERFACE, "i" + container, Tags.CONTAINER_ID,
                "c" + container);
        for (String name : List.of("cpu_usage_total", "memory_usage", "disk_usage")) {
            for (int number = 0; number < MOMENTS; number++) {
                double value = name.startsWith("cpu") ? number * 3.0 : GIB / 4 + number;
                Map<String, Number> fields = name.startsWith("cpu") ? Map.of(Tags.VALUE, value)
                        : Map.of(Tags.VALUE, value, Tags.APP_MEMORY, GIB, Tags.APP_DISK, GIB);
                samples.add(new Sample(Measurement.CONTAINER, with(tags, Tags.NAME, name), fields, moment(number)));
            }
        }
    }

    private static Map<String, String> with(Map<String, String> tags, String name, String value) {
        Map<String, String> more = new HashMap<>(tags);
        more.put(name, value);
        return more;
    }

    /** The same as OpenMetrics text. */
    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int core = 0; core < 2; core++) {
                int ofVm = core;
                family(out, "vm_cpu_core" + core, this.vms, (number) -> 20 + 10 * ofVm + number);
            }
            family(out, "vm_memory_total", this.vms, (number) -> 8 * GIB + number);
            family(out, "vm_memory_available", this.vms, (number) -> 5 * GIB + number);
            family(out, "vm_disk", this.vms, (number) -> 40 + number);
            family(out, "container_cpu_seconds", this.containers, (number) -> number * 3);
            family(out, "container_memory", this.containers, (number) -> GIB / 4 + number);
            family(out, "container_memory_limit", this.containers, (number) -> GIB);
            family(out, "container_disk", this.containers, (number) -> GIB / 4 + number);
            family(out, "container_disk_limit", this.containers, (number) -> GIB);
            out.write("# EOF\n");
        }
    }

    private void family(BufferedWriter out, String name, int targets, IntToDoubleFunction value) throws IOException {
        out.write("# TYPE " + name + " gauge\n");
        for (int target = 0; target < targets; target++) {
            for (int number = 0; number < MOMENTS; number++) {
                out.write(String.format(Locale.ROOT, "%s{id=\"%d\",name=\"name%d\",deployment=\"cf\"} %.1f %d%n", name,
                        target, target / 4, value.applyAsDouble(number), moment(number).getEpochSecond()));
            }
        }
    }

}
