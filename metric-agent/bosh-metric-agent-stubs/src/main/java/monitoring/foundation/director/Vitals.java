package monitoring.foundation.director;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;

/** One BOSH instance, briefly or with what its agent answers, in the director's shape. */
final class Vitals {

    private static final long CREATED = 1_750_000_000L;

    private final Load load;

    Vitals(Layout layout) {
        this.load = new Load(layout);
    }

    /**
     * As {@code GET /deployments/:name/instances} and {@code /vms} tell it without asking
     * agents.
     */
    Map<String, Object> brief(FoundationVm vm) {
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("agent_id", agentId(vm));
        instance.put("cid", "vm-" + vm.id());
        instance.put("job", vm.job());
        instance.put("index", vm.index());
        instance.put("id", vm.id());
        instance.put("az", vm.zone());
        instance.put("ips", List.of(vm.ip()));
        instance.put("vm_created_at", "2025-06-15T15:06:40Z");
        instance.put("expects_vm", true);
        instance.put("active", true);
        instance.put("permanent_nats_credentials", true);
        return instance;
    }

    /** As a task with {@code format=full} tells it. */
    Map<String, Object> full(FoundationVm vm, Moment moment) {
        boolean answers = moment.answers(vm);
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("vm_cid", "vm-" + vm.id());
        instance.put("active", true);
        instance.put("vm_created_at", "2025-06-15T15:06:40Z");
        instance.put("cloud_properties", Map.of());
        instance.put("disk_cid", null);
        instance.put("disk_cids", List.of());
        instance.put("ips", List.of(vm.ip()));
        instance.put("dns", List.of());
        instance.put("agent_id", agentId(vm));
        instance.put("job_name", vm.job());
        instance.put("index", vm.index());
        instance.put("job_state", answers ? "running" : "unresponsive agent");
        instance.put("state", "started");
        instance.put("resource_pool", vm.cell() ? "large" : "small");
        instance.put("vm_type", vm.cell() ? "large" : "small");
        instance.put("vitals", answers ? vitals(vm, moment) : null);
        instance.put("processes", answers ? processes(vm, moment) : List.of());
        instance.put("resurrection_paused", false);
        instance.put("az", vm.zone());
        instance.put("id", vm.id());
        instance.put("bootstrap", vm.index() == 0);
        instance.put("ignore", false);
        instance.put("stemcell",
                Map.of("name", "bosh-openstack-kvm-ubuntu-jammy-go_agent", "version", "1.866", "api_version", 3));
        return instance;
    }

    private static String agentId(FoundationVm vm) {
        return Chance.guid(61, vm.number(), 0);
    }

    private Map<String, Object> vitals(FoundationVm vm, Moment moment) {
        double cpu = this.load.cpu(vm, moment);
        double memory = this.load.memory(vm, moment);
        double running = vm.hardware().cores() * cpu / 100;
        Map<String, Object> vitals = new LinkedHashMap<>();
        vitals.put("cpu",
                Map.of("sys", oneDecimal(cpu * 0.25), "user", oneDecimal(cpu * 0.7), "wait", oneDecimal(cpu * 0.05)));
        vitals.put("disk",
                Map.of("system", disk(this.load.rootDisk(vm)), "ephemeral", disk(this.load.dataDisk(vm, moment))));
        vitals.put("load", List.of(twoDecimals(running), twoDecimals(running * 0.97), twoDecimals(running * 0.95)));
        vitals.put("mem", share(vm.hardware().memory(), memory));
        vitals.put("swap", share(vm.hardware().memory() / 4, Math.max(0, memory - 60) / 4));
        vitals.put("uptime", Map.of("secs", moment.second() - CREATED));
        return vitals;
    }

    private static Map<String, String> disk(double percent) {
        return Map.of("percent", whole(percent), "inode_percent", whole(3 + percent / 5));
    }

    private static Map<String, String> share(long of, double percent) {
        return Map.of("kb", Long.toString((long) (of / 1024 * percent / 100)), "percent", whole(percent));
    }

    private List<Map<String, Object>> processes(FoundationVm vm, Moment moment) {
        List<Map<String, Object>> processes = new ArrayList<>();
        double left = vm.hardware().memory() * this.load.memory(vm, moment) / 100;
        double cpu = this.load.cpu(vm, moment);
        for (String name : vm.hardware().processes()) {
            double memory = left * 0.42;
            left -= memory;
            cpu *= 0.55;
            processes.add(
                    Map.of("name", name, "state", "running", "uptime", Map.of("secs", moment.second() - CREATED), "mem",
                            Map.of("kb", (long) (memory / 1024), "percent",
                                    Math.rint(1000 * memory / vm.hardware().memory()) / 10),
                            "cpu", Map.of("total", Math.rint(10 * cpu) / 10)));
        }
        return processes;
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

}
