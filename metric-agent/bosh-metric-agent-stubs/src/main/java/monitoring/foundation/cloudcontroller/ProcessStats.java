package monitoring.foundation.cloudcontroller;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;

/**
 * What the cloud controller tells of a process's instances:
 * {@code GET /v3/processes/:guid/stats}.
 */
final class ProcessStats {

    private final Load load;

    ProcessStats(Layout layout) {
        this.load = new Load(layout);
    }

    List<Map<String, Object>> of(FoundationApp app, int instances, Moment moment) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int index = 0; index < instances; index++) {
            FoundationVm cell = moment.cellOf(app, index);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", "web");
            one.put("index", index);
            one.put("state", (cell != null) ? "RUNNING" : "DOWN");
            one.put("routable", (cell != null) ? true : null);
            if (cell != null) {
                running(one, app, new Instance(index, instances, cell), moment);
            }
            else {
                one.put("uptime", 0);
                one.put("isolation_segment", null);
                one.put("details", "Instance has no route to its cell");
            }
            all.add(one);
        }
        return all;
    }

    private void running(Map<String, Object> one, FoundationApp app, Instance instance, Moment moment) {
        double cpu = this.load.containerCpu(app, instance.index(), instance.of(), moment);
        double memory = this.load.containerMemory(app, instance.index(), cpu, moment) / 100 * app.memoryQuota();
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("time", moment.time().truncatedTo(ChronoUnit.MILLIS).toString());
        usage.put("cpu", cpu / 100);
        usage.put("cpu_entitlement", cpu / 100);
        usage.put("mem", (long) memory);
        usage.put("disk", (long) (this.load.containerDisk(app) / 100 * app.diskQuota()));
        usage.put("log_rate", 512);
        one.put("instance_guid", moment.containerId(app, instance.index(), instance.cell()));
        one.put("usage", usage);
        one.put("host", instance.cell().ip());
        one.put("instance_internal_ip", app.address(instance.index()));
        one.put("instance_ports", List.of(Map.of("external", 61_000 + instance.index(), "internal", 8080,
                "external_tls_proxy_port", 61_500 + instance.index(), "internal_tls_proxy_port", 61_001)));
        one.put("uptime", moment.second() % 604_800);
        one.put("mem_quota", app.memoryQuota());
        one.put("disk_quota", app.diskQuota());
        one.put("fds_quota", 16_384);
        one.put("isolation_segment", null);
        one.put("log_rate_limit", -1);
        one.put("details", null);
    }

    private record Instance(int index, int of, FoundationVm cell) {
    }

}
