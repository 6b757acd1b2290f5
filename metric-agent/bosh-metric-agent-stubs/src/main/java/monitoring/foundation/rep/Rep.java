package monitoring.foundation.rep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The reps of all cells behind one address: on a real cell the path begins after the
 * cell's id.
 */
@RestController
@RequestMapping("/cloud-controller/reps/{cellId}")
class Rep {

    private static final long MIB = 1L << 20;

    private final Foundation foundation;

    private final Load load;

    Rep(Foundation foundation) {
        this.foundation = foundation;
        this.load = new Load(foundation.layout());
    }

    @GetMapping("/container_metrics")
    ResponseEntity<?> containerMetrics(@PathVariable String cellId) {
        return running(cellId)
            .<ResponseEntity<?>>map((all) -> ResponseEntity
                .ok(Map.of("cell_id", cellId, "lrps", all.stream().map(Rep::lrp).toList(), "tasks", List.of())))
            .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/v1/containers")
    ResponseEntity<?> containers(@PathVariable String cellId) {
        return running(cellId)
            .<ResponseEntity<?>>map((all) -> ResponseEntity.ok(all.stream().map(Rep::patched).toList()))
            .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<List<Container>> running(String cellId) {
        Optional<FoundationVm> cell = this.foundation.layout()
            .cells()
            .stream()
            .filter((vm) -> vm.id().equals(cellId))
            .findFirst();
        Moment moment = this.foundation.now();
        return cell.filter(moment::answers).map((vm) -> on(vm, moment));
    }

    private List<Container> on(FoundationVm cell, Moment moment) {
        List<Container> found = new ArrayList<>();
        for (FoundationApp app : this.foundation.layout().apps()) {
            int count = this.foundation.instances().of(app);
            for (int index = 0; index < count; index++) {
                if (cell.equals(moment.cellOf(app, index))) {
                    double cpu = this.load.containerCpu(app, index, count, moment);
                    double memory = this.load.containerMemory(app, index, cpu, moment) / 100 * app.memoryQuota();
                    double disk = this.load.containerDisk(app) / 100 * app.diskQuota();
                    found.add(new Container(app, index, moment.containerId(app, index, cell),
                            app.address(index) + "-" + cell.ip(), new Usage(cpu, (long) memory, (long) disk)));
                }
            }
        }
        return found;
    }

    private static Map<String, Object> lrp(Container container) {
        Map<String, Object> lrp = new LinkedHashMap<>();
        lrp.put("instance_guid", container.id());
        lrp.put("process_guid", container.app().guid() + "-" + container.app().guid());
        lrp.put("index", container.index());
        lrp.put("metric_guid", container.app().guid());
        lrp.put("cpu_usage_fraction", container.usage().cpu() / 100);
        lrp.put("memory_usage_bytes", container.usage().memory());
        lrp.put("memory_quota_bytes", container.app().memoryQuota());
        lrp.put("disk_usage_bytes", container.usage().disk());
        lrp.put("disk_quota_bytes", container.app().diskQuota());
        return lrp;
    }

    private static Map<String, Object> patched(Container container) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("limits", Map.of("fds", 16_384, "mem", container.app().memoryQuota() / MIB, "disk",
                container.app().diskQuota() / MIB));
        one.put("usage_metrics", Map.of("memory_usage_in_bytes", container.usage().memory(), "disk_usage_in_bytes",
                container.usage().disk(), "time_spent_in_cpu", container.usage().cpuNanos()));
        one.put("container_id", container.id());
        one.put("interface_id", container.connection());
        one.put("application_id", container.app().guid());
        one.put("application_index", Integer.toString(container.index()));
        one.put("application_name", container.app().name());
        one.put("application_uris", List.of(container.app().route()));
        return one;
    }

    private record Container(FoundationApp app, int index, String id, String connection, Usage usage) {
    }

    private record Usage(double cpu, long memory, long disk) {

        /** Of a container that has run for an hour like this. */
        long cpuNanos() {
            return (long) (this.cpu / 100 * 3_600_000_000_000L);
        }

    }

}
