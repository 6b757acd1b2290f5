package monitoring.dashboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.policy.Severity;

/**
 * A foundation as large as wanted: every tenth VM is a cell, an app has five containers.
 */
final class LargeFoundation {

    private static final int CORES = 4;

    private static final int MOST_SAMPLES = 50_000;

    private static final List<String> COUNTERS = List.of("diskIOStats.sda.readBytes", "diskIOStats.sda.writeBytes",
            "networkIOStats.eth0.bytesRecv", "networkIOStats.eth0.bytesSent", "networkIOStats.eth0.packetRecv",
            "networkIOStats.eth0.packetSent", "networkIOStats.eth0.dropIn", "networkIOStats.eth0.errIn");

    private final int vms;

    private final int containers;

    private final Instant now;

    LargeFoundation(int vms, int containers, Instant now) {
        this.vms = vms;
        this.containers = containers;
        this.now = now;
    }

    void inventory(InventoryStore store) {
        List<VirtualMachine> machines = new ArrayList<>();
        for (int i = 0; i < this.vms; i++) {
            machines.add(new VirtualMachine(vm(i), "bosh", "paasta", job(i), i, "z" + (i / 10 % 3 + 1), ip(i),
                    isCell(i), VmState.RUNNING, this.now));
        }
        store.replaceVirtualMachines("bosh", machines, this.now);
        List<App> apps = new ArrayList<>();
        List<AppInstance> instances = new ArrayList<>();
        for (int i = 0; i < this.containers; i++) {
            if (i % 5 == 0) {
                apps.add(new App(app(i), "app-" + i / 5, "space-" + i / 5 % 40, "org-" + i / 5 % 200, 5));
            }
            instances.add(new AppInstance(app(i), i % 5, "RUNNING", cellIp(i), "", 256L << 20, 1L << 30,
                    this.now.minus(Duration.ofMinutes(i % 5000))));
        }
        store.replaceApps(apps, instances, this.now);
    }

    /**
     * Three hours of the VMs and ten minutes of the containers; of each series one after
     * the other, which InfluxDB keeps fastest.
     */
    void metrics(MetricStore store) {
        store.prepare();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < this.vms; i++) {
            machine(samples, i);
            flush(store, samples, MOST_SAMPLES);
        }
        for (int i = 0; i < this.containers; i++) {
            container(samples, i);
            flush(store, samples, MOST_SAMPLES);
        }
        processes(samples, 17);
        flush(store, samples, 1);
    }

    private static void flush(MetricStore store, List<Sample> samples, int from) {
        if (samples.size() >= from) {
            store.write(samples);
            samples.clear();
        }
    }

    private void machine(List<Sample> samples, int i) {
        Map<String, Double> values = new TreeMap<>(
                Map.of("memoryStats.TotalMemory", 64e9, "memoryStats.AvailableMemory", 64e9 - i % 50 * 1e9,
                        "diskStats./var/vcap/data.Usage", (double) (i % 80), "diskStats./var/vcap/data.Total", 400e9,
                        "diskStats./.Usage", (double) (i % 60), "cpuStats.LoadAvg1Stats", i % 40 / 10.0));
        for (int core = 0; core < CORES; core++) {
            values.put("cpuStats.core." + core, (double) ((i + core) % 90));
        }
        values.forEach((name, value) -> {
            Map<String, String> tags = tags(i, Map.of(Tags.METRIC_NAME, name));
            for (int minute = 0; minute < 180; minute++) {
                double wave = name.startsWith("cpuStats") ? minute % 10 : 0;
                samples.add(new Sample(Measurement.VM, tags, Map.of(Tags.VALUE, value + wave),
                        this.now.minus(Duration.ofMinutes(minute))));
            }
        });
        for (String counter : (i == 17) ? COUNTERS : List.<String>of()) {
            Map<String, String> tags = tags(i, Map.of(Tags.METRIC_NAME, counter));
            for (int minute = 0; minute < 180; minute++) {
                samples.add(new Sample(Measurement.VM, tags, Map.of(Tags.VALUE, (180.0 - minute) * 1e6),
                        this.now.minus(Duration.ofMinutes(minute))));
            }
        }
    }

    private static Map<String, String> tags(int i, Map<String, String> more) {
        Map<String, String> tags = new HashMap<>(Map.of(Tags.ID, vm(i), Tags.ORIGIN, job(i), Tags.INDEX,
                String.valueOf(i), Tags.IP, ip(i), Tags.DEPLOYMENT, "paasta"));
        tags.putAll(more);
        return tags;
    }

    private void container(List<Sample> samples, int i) {
        Map<String, Double> values = Map.of("cpu_usage_total", (double) (i % 10), "memory_usage", (i % 90) * 2.5e6,
                "disk_usage", 3e8);
        values.forEach((name, value) -> {
            Map<String, String> tags = Map.of(Tags.APPLICATION_ID, app(i), Tags.APPLICATION_NAME, "app-" + i / 5,
                    Tags.APPLICATION_INDEX, String.valueOf(i % 5), Tags.CELL_IP, cellIp(i), Tags.CONTAINER_ID, "c" + i,
                    Tags.CONTAINER_INTERFACE, "eth0", Tags.NAME, name);
            for (int minute = 0; minute < 10; minute++) {
                double told = name.equals("cpu_usage_total") ? value * (10 - minute) : value;
                samples.add(new Sample(Measurement.CONTAINER, tags,
                        Map.of(Tags.VALUE, told, Tags.APP_MEMORY, 256e6, Tags.APP_DISK, 1e9),
                        this.now.minus(Duration.ofMinutes(minute))));
            }
        });
    }

    private void processes(List<Sample> samples, int i) {
        for (int process = 0; process < 30; process++) {
            samples.add(new Sample(Measurement.VM_PROCESS,
                    tags(i, Map.of(Tags.PROCESS_NAME, "process-" + process, Tags.PROCESS_INDEX, "" + process)),
                    Map.of(Tags.MEMORY_USAGE, process * 1e6, Tags.PROCESS_PID, 100.0 + process), this.now));
        }
    }

    /** Over the last day, the newest now. */
    void logs(LogStore store, int count) {
        store.prepare();
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int vm = i % this.vms;
            Instant time = this.now.minusMillis(86_400_000L * i / count);
            LogSeverity severity = (i % 50 == 0) ? LogSeverity.ERROR : LogSeverity.INFO;
            entries.add(new LogEntry("line-" + i, time, time, ip(vm),
                    "request " + i + ((i % 50 == 0) ? " failed: upstream timeout" : " served in " + i % 300 + " ms"),
                    new LogEntry.SyslogHeader(severity, 1, ip(vm), "program-" + i % 30, "", ""),
                    new LogEntry.BoshInstance("bosh", "paasta", "job-" + vm % 20, "z1", vm(vm)), null, Map.of(), "",
                    Set.of()));
            if (entries.size() == 5_000 || i == count - 1) {
                store.write(entries);
                entries.clear();
            }
        }
    }

    /** Over the last 30 days, four to an incident; forty are open. */
    void alarms(AlarmStore store, IncidentStore incidents, int count) {
        Incident incident = null;
        for (int i = 0; i < count; i++) {
            int vm = i % this.vms;
            boolean open = i < 40;
            Instant raised = this.now.minusSeconds(60 + 2_592_000L * i / count);
            Severity severity = (i % 3 == 0) ? Severity.CRITICAL : Severity.WARNING;
            if (incident == null || i % 4 == 0) {
                incident = incidents.save(new Incident("", "CPU of " + job(vm) + "/" + vm, severity,
                        open ? Incident.State.OPEN : Incident.State.RESOLVED, raised,
                        open ? null : raised.plusSeconds(900), null, null, "zone:z1", ""));
            }
            store.save(alarm(vm, severity, raised, open).inIncident(incident.id()));
        }
    }

    /**
     * An incident of a thousand alarms that are over, each with two events and one who
     * was told; its id.
     */
    String great(AlarmStore store, IncidentStore incidents, NotificationStore notifications) {
        Instant begin = this.now.minus(Duration.ofDays(10));
        String id = incidents
            .save(new Incident("", "zone z1 is down", Severity.CRITICAL, Incident.State.RESOLVED, begin,
                    begin.plusSeconds(1900), null, null, "zone:z1:great", ""))
            .id();
        for (int i = 0; i < 1000; i++) {
            Instant raised = begin.plusSeconds(i);
            Alarm alarm = store.save(alarm(i * 7 % this.vms, Severity.CRITICAL, raised, false).inIncident(id));
            for (AlarmEvent.Type type : List.of(AlarmEvent.Type.RAISED, AlarmEvent.Type.RESOLVED)) {
                store.append(new AlarmEvent(alarm.id(), type, Severity.CRITICAL, 93.1, AlarmEvent.SYSTEM,
                        (type == AlarmEvent.Type.RAISED) ? raised : raised.plusSeconds(900), ""));
            }
            notifications.enqueue(new Notification("", id, alarm.id(), "target:1", Reason.RAISED, "raised",
                    Notification.Delivery.queued(raised), raised));
        }
        return id;
    }

    private static Alarm alarm(int vm, Severity severity, Instant raised, boolean open) {
        Alarm.Progress progress = new Alarm.Progress(raised, raised, null, open ? null : raised.plusSeconds(900),
                open ? null : "system", 1, 0, null);
        AlarmTarget target = new AlarmTarget(Origin.VM, vm(vm), job(vm) + "/" + vm, ip(vm), "paasta", "z1", "");
        return new Alarm("", target, Resource.CPU, severity, open ? AlarmState.RAISED : AlarmState.RESOLVED,
                new Alarm.Reading(93.1, 90, raised), progress, null);
    }

    private static boolean isCell(int i) {
        return i % 10 == 0;
    }

    private static String job(int i) {
        return isCell(i) ? "diego-cell" : "job-" + i % 20;
    }

    static String vm(int i) {
        return "vm-%05d".formatted(i);
    }

    private static String ip(int i) {
        return "10.%d.%d.%d".formatted(i >> 16 & 255, i >> 8 & 255, i & 255);
    }

    private String cellIp(int i) {
        return ip(i % (this.vms / 10) * 10);
    }

    static String app(int i) {
        return "00000000-0000-0000-0000-%012d".formatted(i / 5);
    }

}
