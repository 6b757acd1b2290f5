package monitoring.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;

/**
 * What people decide and agents report in a test, through the stores of a program. Begins
 * with empty databases for metrics and with nobody to be told.
 *
 * @param program whose stores
 */
record Desk(BatchProgram program) {

    Desk {
        program.bean(MetricStore.class).prepare();
        NotificationStore notifications = program.bean(NotificationStore.class);
        notifications.receivers().forEach((seed) -> notifications.deleteReceiver(seed.id()));
    }

    /** Somebody who gets mails without limit. */
    void receiver(String name, Receiver.Scope scope, Locale language) {
        Receiver.Style style = new Receiver.Style(language, Receiver.Style.DEFAULT.zone(), 0);
        this.program.bean(NotificationStore.class)
            .save(new Receiver("", name, Receiver.Channel.MAIL, name + "@example.org", "", scope, style, true), "test");
    }

    /** The limits for the CPU of VMs, with neither hysteresis nor patience. */
    void limitCpu(Threshold threshold, AlarmPolicy.Timing timing) {
        PolicyStore policies = this.program.bean(PolicyStore.class);
        policies.alarmPolicies()
            .valid()
            .stream()
            .filter((policy) -> policy.origin() == Origin.VM && policy.resource() == Resource.CPU)
            .forEach((policy) -> policies.save(new AlarmPolicy(policy.id(), policy.origin(), policy.resource(), "",
                    threshold, timing, new AlarmPolicy.Damping(0, 1, 1), ""), "test"));
    }

    void report(List<Sample> samples) {
        this.program.bean(MetricStore.class).write(samples);
    }

    /** One report of a VM, which is called {@code name/0}. */
    static List<Sample> vm(String name, String ip, double cpu, Instant time) {
        List<Sample> samples = new ArrayList<>();
        Map.of("cpuStats.core.0", cpu, "memoryStats.TotalMemory", 4e9, "memoryStats.AvailableMemory", 3e9)
            .forEach(
                    (metric, value) -> samples
                        .add(Sample.of(
                                Measurement.VM, Map.of(Tags.ORIGIN, name, Tags.ID, name + "-guid", Tags.IP, ip,
                                        Tags.INDEX, "0", Tags.DEPLOYMENT, "cf", Tags.METRIC_NAME, metric),
                                value, time)));
        return samples;
    }

    /** Open alarms: target and resource. */
    List<String> open() {
        return this.program.bean(AlarmStore.class)
            .open()
            .stream()
            .map((alarm) -> alarm.target().name() + " " + alarm.resource())
            .sorted()
            .toList();
    }

}
