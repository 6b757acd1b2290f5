package monitoring.foundation.director;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Moment;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

/** The calls of the BOSH director that the platform makes. */
@RestController
@RequestMapping("/director")
class Director {

    private static final int TASKS_KEPT = 50;

    /** A task asks every agent, so that its result is never there at once. */
    private static final Duration TASK_TIME = Duration.ofMillis(300);

    private final Layout layout;

    private final Foundation foundation;

    private final Clock clock;

    private final JsonMapper json;

    private final Vitals vitals;

    private final Map<String, List<FoundationVm>> deployments;

    private final Events events;

    private final AtomicInteger lastTask = new AtomicInteger();

    private final ConcurrentSkipListMap<Integer, Task> tasks = new ConcurrentSkipListMap<>();

    Director(Foundation foundation, JsonMapper json) {
        this.foundation = foundation;
        this.layout = foundation.layout();
        this.clock = foundation.clock();
        this.json = json;
        this.vitals = new Vitals(this.layout);
        this.deployments = this.layout.vms()
            .stream()
            .collect(Collectors.groupingBy(FoundationVm::deployment, TreeMap::new, Collectors.toList()));
        this.events = new Events(List.copyOf(this.deployments.keySet()));
    }

    @GetMapping("/info")
    Map<String, Object> info() {
        return Map.of("name", "micro-bosh", "uuid", Chance.guid(this.layout.seed(), 62, 0), "version",
                "282.0.4 (00000000)", "cpi", "openstack_cpi", "user_authentication",
                Map.of("type", "basic", "options", Map.of()), "features", Map.of());
    }

    @GetMapping("/deployments")
    List<Map<String, Object>> deployments() {
        return this.deployments.keySet()
            .stream()
            .map((name) -> Map.<String, Object>of("name", name, "cloud_config", "latest", "releases", List.of(),
                    "stemcells", List.of(), "teams", List.of()))
            .toList();
    }

    @GetMapping({ "/deployments/{name}/vms", "/deployments/{name}/instances" })
    ResponseEntity<?> instances(@PathVariable String name, @RequestParam(defaultValue = "") String format) {
        List<FoundationVm> vms = this.deployments.get(name);
        if (vms == null) {
            return ResponseEntity.status(404)
                .body(Map.of("code", 70_000, "description", "Deployment '" + name + "' doesn't exist"));
        }
        if (!format.equals("full")) {
            return ResponseEntity.ok(vms.stream().map(this.vitals::brief).toList());
        }
        int id = start(name, vms);
        return ResponseEntity.status(302).location(URI.create("/tasks/" + id)).build();
    }

    @GetMapping("/events")
    List<Map<String, Object>> events(@RequestParam(name = "after_time", defaultValue = "0") long after,
            @RequestParam(name = "before_time", required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String deployment) {
        Instant now = this.clock.instant().plusSeconds(1);
        Instant end = (before != null && before < now.getEpochSecond()) ? Instant.ofEpochSecond(before) : now;
        return this.events.of(new Events.Filter(Instant.ofEpochSecond(after), end, deployment));
    }

    private int start(String deployment, List<FoundationVm> vms) {
        Instant now = this.clock.instant();
        Moment moment = this.foundation.story().at(now);
        String result = vms.stream()
            .map((vm) -> this.json.writeValueAsString(this.vitals.full(vm, moment)))
            .collect(Collectors.joining("\n", "", "\n"));
        int id = this.lastTask.incrementAndGet();
        this.tasks.put(id, new Task(id, deployment, "retrieve vm-stats", now, now.plus(TASK_TIME), result));
        this.tasks.headMap(id - TASKS_KEPT).clear();
        return id;
    }

    @GetMapping("/tasks/{id}")
    ResponseEntity<?> task(@PathVariable int id) {
        Task task = this.tasks.get(id);
        return (task != null) ? ResponseEntity.ok(task.at(this.clock.instant())) : noTask(id);
    }

    @GetMapping("/tasks/{id}/output")
    ResponseEntity<?> output(@PathVariable int id, @RequestParam(defaultValue = "result") String type) {
        Task task = this.tasks.get(id);
        if (task == null) {
            return noTask(id);
        }
        if (!type.equals("result") || this.clock.instant().isBefore(task.doneAt())) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok().header("Content-Type", "text/plain;charset=utf-8").body(task.result());
    }

    private static ResponseEntity<?> noTask(int id) {
        return ResponseEntity.status(404).body(Map.of("code", 10_000, "description", "Task " + id + " not found"));
    }

}
