package monitoring.batch.evaluate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.batch.BatchProgram;
import monitoring.localservers.InfluxExtension;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Points as PaaS-TA's agents send them, in a real InfluxDB: each resource of a VM, of a
 * director, of a container and of an app breaches when it should, and only then.
 */
class EveryResourceIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void breachesWhenItShould() {
        try (BatchProgram batch = start()) {
            policies(batch.bean(PolicyStore.class));
            batch.bean(MetricStore.class).prepare();
            Instant now = batch.bean(Clock.class).instant();
            vm("bad", 90, now);
            vm("good", 10, now);
            vm("dead", 10, now.minusSeconds(120));
            process("bad", "monit", now);
            process("good", "gorouter", now);
            director(now);
            container("hot", 81, now);
            container("cool", 40, now);
            batch.bean(MetricStore.class).write(this.samples);

            List<AlarmStep> steps = batch.bean(Evaluation.class).evaluate();

            assertThat(steps).extracting(EveryResourceIT::words)
                .containsExactlyInAnyOrder("VM bad/0 CPU CRITICAL", "VM bad/0 MEMORY CRITICAL",
                        "VM bad/0 DISK CRITICAL", "VM bad/0 ROOT_DISK CRITICAL", "VM bad/0 INODES CRITICAL",
                        "VM bad/0 SWAP CRITICAL", "VM bad/0 LOAD CRITICAL", "VM bad/0 NETWORK CRITICAL",
                        "VM bad/0 PROCESS CRITICAL", "VM dead/0 HEARTBEAT FAIL", "BOSH micro-bosh ROOT_DISK WARNING",
                        "CONTAINER hot[0] MEMORY WARNING", "APP hot[0] MEMORY CRITICAL");
            assertThat(batch.bean(AlarmStore.class).open()).isEmpty();
        }
    }

    /** PaaS-TA mixed the CPU of all directors, and took bytes for their root disk. */
    @Test
    void keepsDirectorsApartAndReadsTheirRootDiskInPercent() {
        try (BatchProgram batch = start()) {
            policies(batch.bean(PolicyStore.class));
            batch.bean(MetricStore.class).prepare();
            Instant now = batch.bean(Clock.class).instant();
            director("busy", 97, 20, now);
            director("idle", 3, 20, now);
            director("full", 3, 95, now);
            batch.bean(MetricStore.class).write(this.samples);

            assertThat(batch.bean(Evaluation.class).evaluate()).extracting(EveryResourceIT::words)
                .containsExactlyInAnyOrder("BOSH busy CPU CRITICAL", "BOSH full ROOT_DISK CRITICAL");
        }
    }

    private void director(String name, double cpu, double rootDisk, Instant end) {
        Map.of("memoryStats.TotalMemory", 100.0, "memoryStats.AvailableMemory", 90.0, "cpuStats.core.0", cpu,
                "cpuStats.LoadAvg1Stats", 0.1, "diskStats./.Usage", rootDisk, "diskStats./.Used", 9e9,
                "diskStats./var/vcap/data.Usage", 20.0)
            .forEach((metric, value) -> point(Measurement.BOSH, name, metric, value, end.minusSeconds(5)));
    }

    private static BatchProgram start() {
        return BatchProgram.start(BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url(),
                "batch.scheduled=false", "batch.evaluate.must-run=bad:gorouter,good:gorouter"));
    }

    private static String words(AlarmStep step) {
        return step.alarm().target().origin() + " " + step.alarm().target().name() + " " + step.alarm().resource() + " "
                + step.alarm().severity();
    }

    private static void policies(PolicyStore policies) {
        policies.alarmPolicies().valid().forEach((seed) -> policies.deleteAlarmPolicy(seed.id()));
        for (Resource resource : Resource.values()) {
            for (Origin origin : List.of(Origin.VM, Origin.BOSH, Origin.CONTAINER)) {
                if (resource.isMeasuredOf(origin)) {
                    policies.save(new AlarmPolicy("", origin, resource, "", limits(resource),
                            new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofMinutes(10)),
                            AlarmPolicy.Damping.DEFAULT, ""), "test");
                }
            }
        }
        policies.save(new AppAlarmPolicy("hot", new Threshold(50, 60), new Threshold(50, 60), Duration.ofMinutes(10),
                "", false, true), "test");
    }

    private static Threshold limits(Resource resource) {
        return switch (resource) {
            case LOAD -> new Threshold(1, 2);
            case NETWORK -> new Threshold(0.5, 0.9);
            default -> new Threshold(80, 90);
        };
    }

    /** Every value at the same percentage; load and errors are none below 50 %. */
    private void vm(String name, double percent, Instant end) {
        for (int step = 0; step < 10; step++) {
            Instant time = end.minusSeconds(5 + step * 30L);
            boolean busy = percent > 50;
            double errors = 1000 - (busy ? step * 30 : 0);
            Map.of("cpuStats.core.0", percent, "cpuStats.core.1", percent, "cpuStats.LoadAvg1Stats", busy ? 4.0 : 0.1,
                    "memoryStats.TotalMemory", 100.0, "memoryStats.AvailableMemory", 100 - percent,
                    "memoryStats.FreeMemory", 1.0, "diskStats./var/vcap/data.Usage", percent, "diskStats./.Usage",
                    percent, "diskStats./var/vcap/data.InodesUsage", percent, "memoryStats.SwapUsedPercent", percent)
                .forEach((metric, value) -> point(Measurement.VM, name, metric, value, time));
            point(Measurement.VM, name, "networkIOStats.eth0.errIn", errors, time);
            point(Measurement.VM, name, "networkIOStats.eth0.bytesRecv", 1e9 - step * 1e6, time);
        }
    }

    private void director(Instant end) {
        Map.of("memoryStats.TotalMemory", 100.0, "memoryStats.AvailableMemory", 90.0, "diskStats./.Usage", 80.0,
                "diskStats./var/vcap/data.Usage", 20.0)
            .forEach((metric, value) -> point(Measurement.BOSH, "micro-bosh", metric, value, end.minusSeconds(5)));
    }

    private void point(Measurement measurement, String name, String metric, double value, Instant time) {
        Map<String, String> tags = new HashMap<>(tags(name));
        tags.put(Tags.METRIC_NAME, metric);
        this.samples.add(Sample.of(measurement, tags, value, time));
    }

    private void process(String vm, String name, Instant end) {
        Map<String, String> tags = new HashMap<>(tags(vm));
        tags.put(Tags.METRIC_NAME, "processStats");
        tags.put(Tags.PROCESS_NAME, name);
        this.samples.add(new Sample(Measurement.VM_PROCESS, tags, Map.of(Tags.PROCESS_INDEX, 1, Tags.PROCESS_PID, 7,
                Tags.PROCESS_PPID, 1, Tags.MEMORY_USAGE, 4096, Tags.START_TIME, 1L), end.minusSeconds(5)));
    }

    private static Map<String, String> tags(String name) {
        return Map.of(Tags.ORIGIN, name, Tags.ID, name + "-guid", Tags.IP, "10.0.1." + name.length(), Tags.INDEX, "0",
                Tags.DEPLOYMENT, "cf");
    }

    private void container(String app, double percent, Instant end) {
        Map<String, String> tags = Map.of(Tags.APPLICATION_ID, app, Tags.APPLICATION_NAME, app, Tags.APPLICATION_INDEX,
                "0", Tags.CELL_IP, "10.0.1.4", Tags.CONTAINER_ID, app, Tags.NAME, "memory_usage");
        this.samples.add(new Sample(Measurement.CONTAINER, tags,
                Map.of(Tags.VALUE, percent, Tags.APP_MEMORY, 100.0, Tags.APP_DISK, 100.0), end.minusSeconds(5)));
    }

}
