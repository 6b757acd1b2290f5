package monitoring.foundation.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.foundation.agents.PointSink.ProcessPoint;
import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.FoundationVm.Hardware;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

/**
 * The agent of one VM. What it counts begins with it, as on a VM that was booted then.
 */
final class VmAgent {

    private static final int LARGEST_PROCESSES = 21;

    private static final List<String> SYSTEM_PROCESSES = List.of("bosh-agent", "monit", "rsyslogd", "bosh-dns",
            "systemd-journald", "metrics_agent", "loggr-udp-forwarder", "prom_scraper", "auditd", "sshd", "chronyd",
            "systemd", "systemd-udevd", "systemd-logind", "dbus-daemon", "cron", "udev-worker", "agetty");

    private final FoundationVm vm;

    private final PointTarget target;

    private final List<PointTarget> processes = new ArrayList<>();

    private final double[] rootCounters = new double[7];

    private final double[] dataCounters = new double[7];

    private double bytesIn;

    private double bytesOut;

    private double dropsIn;

    private double load5 = -1;

    private double load15;

    VmAgent(FoundationVm vm, boolean director, boolean withProcesses) {
        this.vm = vm;
        Map<String, String> tags = Map.of(Tags.ORIGIN, director ? "micro-bosh" : vm.job(), Tags.ID, vm.id(), Tags.IP,
                vm.ip(), Tags.INDEX, Integer.toString(vm.index()), Tags.DEPLOYMENT, vm.deployment());
        this.target = director ? new PointTarget(Measurement.BOSH, tags) : new PointTarget(Measurement.VM, tags);
        if (withProcesses) {
            addProcesses(director);
        }
    }

    private void addProcesses(boolean director) {
        List<String> names = new ArrayList<>(this.vm.hardware().processes());
        names.addAll(SYSTEM_PROCESSES);
        for (String name : names.subList(0, Math.min(LARGEST_PROCESSES, names.size()))) {
            this.processes.add(director ? this.target.ofProcess(Measurement.BOSH_PROCESS, name)
                    : this.target.ofProcess(Measurement.VM_PROCESS, name));
        }
    }

    FoundationVm vm() {
        return this.vm;
    }

    void measure(Moment moment, double seconds, Load load, PointSink sink) {
        double cpu = load.cpu(this.vm, moment);
        measureCpu(cpu, seconds, load, moment, sink);
        measureMemory(load.memory(this.vm, moment), sink);
        Hardware hardware = this.vm.hardware();
        double dataPercent = load.dataDisk(this.vm, moment);
        measureDisk(VmMetrics.ROOT, hardware.rootDisk(), load.rootDisk(this.vm), sink);
        measureDisk(VmMetrics.DATA, hardware.dataDisk(), dataPercent, sink);
        double activity = seconds * (0.2 + cpu / 50);
        count(VmMetrics.ROOT, this.rootCounters, activity * 0.2, sink);
        count(VmMetrics.DATA, this.dataCounters, activity, sink);
        measureNetwork(load.traffic(this.vm, moment) * seconds, sink);
        measureProcesses(moment, load.memory(this.vm, moment), sink);
    }

    private void measureCpu(double cpu, double seconds, Load load, Moment moment, PointSink sink) {
        int cores = this.vm.hardware().cores();
        for (int core = 0; core < cores; core++) {
            sink.value(this.target, VmMetrics.CORES[core], twoDecimals(load.core(this.vm, core, cpu, moment)));
        }
        double running = cores * cpu / 100 * ((cpu > 85) ? 1.4 : 1);
        if (this.load5 < 0) {
            this.load5 = running;
            this.load15 = running;
        }
        this.load5 += (running - this.load5) * (1 - Math.exp(-seconds / 300));
        this.load15 += (running - this.load15) * (1 - Math.exp(-seconds / 900));
        sink.value(this.target, VmMetrics.LOAD_1, twoDecimals(running));
        sink.value(this.target, VmMetrics.LOAD_5, twoDecimals(this.load5));
        sink.value(this.target, VmMetrics.LOAD_15, twoDecimals(this.load15));
    }

    private void measureMemory(double percent, PointSink sink) {
        long total = this.vm.hardware().memory();
        double used = Math.rint(total * percent / 100);
        double available = total - used;
        double cached = Math.rint(available * 0.55);
        double buffers = Math.rint(available * 0.05);
        sink.value(this.target, VmMetrics.MEMORY_TOTAL, total);
        sink.value(this.target, VmMetrics.MEMORY_FREE, available - cached - buffers);
        sink.value(this.target, VmMetrics.MEMORY_BUFFERS, buffers);
        sink.value(this.target, VmMetrics.MEMORY_CACHED, cached);
        sink.value(this.target, VmMetrics.SWAP_CACHED, 0);
        sink.value(this.target, VmMetrics.MEMORY_AVAILABLE, available);
        sink.value(this.target, VmMetrics.MEMORY_USED, used);
        sink.value(this.target, VmMetrics.MEMORY_USED_PERCENT, twoDecimals(percent));
        sink.value(this.target, VmMetrics.SWAP_USED_PERCENT, twoDecimals(Math.max(0, percent - 60) / 4));
    }

    private void measureDisk(VmMetrics.Disk disk, long total, double percent, PointSink sink) {
        double used = Math.rint(total * percent / 100);
        sink.value(this.target, disk.total, total);
        sink.value(this.target, disk.used, used);
        sink.value(this.target, disk.available, total - used);
        sink.value(this.target, disk.usage, twoDecimals(percent));
        sink.value(this.target, disk.inodes, twoDecimals(3 + percent / 5));
    }

    /** Reads, writes, bytes of each, milliseconds of each and of both. */
    private void count(VmMetrics.Disk disk, double[] counters, double activity, PointSink sink) {
        double[] growth = { activity * 2, activity * 9, activity * 32_768, activity * 147_456, activity * 3,
                activity * 11, activity * 12 };
        for (int i = 0; i < counters.length; i++) {
            counters[i] += growth[i];
            sink.value(this.target, disk.counters[i], Math.rint(counters[i]));
        }
    }

    private void measureNetwork(double received, PointSink sink) {
        this.bytesIn += received;
        this.bytesOut += received * 0.8;
        this.dropsIn += received / 4e9;
        sink.value(this.target, VmMetrics.MTU, 1500);
        sink.value(this.target, VmMetrics.BYTES_IN, Math.rint(this.bytesIn));
        sink.value(this.target, VmMetrics.BYTES_OUT, Math.rint(this.bytesOut));
        sink.value(this.target, VmMetrics.PACKETS_IN, Math.rint(this.bytesIn / 900));
        sink.value(this.target, VmMetrics.PACKETS_OUT, Math.rint(this.bytesOut / 700));
        sink.value(this.target, VmMetrics.DROPS_IN, Math.rint(this.dropsIn));
        sink.value(this.target, VmMetrics.DROPS_OUT, 0);
        sink.value(this.target, VmMetrics.ERRORS_IN, 0);
        sink.value(this.target, VmMetrics.ERRORS_OUT, 0);
    }

    /** The jobs' processes hold most of what is used, the first of them half of it. */
    private void measureProcesses(Moment moment, double percent, PointSink sink) {
        double left = this.vm.hardware().memory() * percent / 100;
        long start = (moment.second() - moment.second() % 604_800) * 1000;
        for (int i = 0; i < this.processes.size(); i++) {
            double memory = left * 0.42;
            left -= memory;
            int pid = 300 + Chance.below(30_000, this.vm.number(), 51, i);
            sink.process(this.processes.get(i), new ProcessPoint(i + 1, pid, (long) memory, start + i * 1500L));
        }
    }

    static double twoDecimals(double value) {
        return Math.rint(value * 100) / 100;
    }

}
