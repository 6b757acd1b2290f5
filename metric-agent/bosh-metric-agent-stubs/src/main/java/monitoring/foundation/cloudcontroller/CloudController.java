package monitoring.foundation.cloudcontroller;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.Space;
import monitoring.foundation.login.SimulatedUser;
import monitoring.foundation.story.Foundation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls of the CF API v3 that the platform makes. */
@RestController
@RequestMapping("/cloud-controller")
class CloudController {

    private final Foundation foundation;

    private final Layout layout;

    private final Instances instances;

    private final Resources resources;

    private final ProcessStats stats;

    CloudController(Foundation foundation, Instances instances) {
        this.foundation = foundation;
        this.layout = foundation.layout();
        this.instances = instances;
        this.resources = new Resources(foundation.story().firstStart());
        this.stats = new ProcessStats(this.layout);
    }

    @ModelAttribute
    Page page(@RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage, HttpServletRequest request) {
        return new Page(page, perPage, Addresses.asCalled(request));
    }

    @GetMapping({ "", "/" })
    Map<String, Object> root(HttpServletRequest request) {
        String self = Addresses.base(request);
        return Map.of("links", Map.of("self", Map.of("href", self), "cloud_controller_v3",
                Map.of("href", self + "/v3", "meta", Map.of("version", "3.180.0"))));
    }

    @GetMapping("/v3/info")
    Map<String, Object> info() {
        return Map.of("name", "simulated foundation", "build", "", "version", 0, "description",
                "bosh-metric-agent-stubs");
    }

    /** All of them to a program, those that they may see to a user. */
    @GetMapping("/v3/organizations")
    Map<String, Object> organizations(@ModelAttribute Page page, HttpServletRequest request) {
        SimulatedUser user = (SimulatedUser) request.getAttribute(SimulatedUser.class.getName());
        List<Space> firstSpaces = this.layout.spaces()
            .stream()
            .filter((space) -> space.number() == 0 || !this.layout.spaces()
                .get(space.number() - 1)
                .organizationGuid()
                .equals(space.organizationGuid()))
            .filter((space) -> user == null || user.sees(space.organization()))
            .toList();
        return page.of(firstSpaces, this.resources::organization);
    }

    @GetMapping("/v3/spaces")
    Map<String, Object> spaces(@ModelAttribute Page page, @RequestParam(defaultValue = "") String include) {
        Map<String, Object> answer = page.of(this.layout.spaces(), this.resources::space);
        if (include.equals("organization")) {
            answer.put("included",
                    Map.of("organizations", this.resources.organizations(page.part(this.layout.spaces()))));
        }
        return answer;
    }

    @GetMapping("/v3/apps")
    Map<String, Object> apps(@ModelAttribute Page page, @RequestParam(defaultValue = "") String include,
            @RequestParam(defaultValue = "") String guids) {
        List<FoundationApp> wanted = wanted(guids);
        Map<String, Object> answer = page.of(wanted, this::app);
        List<String> included = Arrays.asList(include.split(","));
        List<Space> spaces = page.part(wanted)
            .stream()
            .map((app) -> this.layout.spaces().get(app.spaceNumber()))
            .distinct()
            .toList();
        Map<String, Object> parts = new LinkedHashMap<>();
        if (included.contains("space") || included.contains("space.organization")) {
            parts.put("spaces", spaces.stream().map(this.resources::space).toList());
        }
        if (included.contains("space.organization") || included.contains("org")) {
            parts.put("organizations", this.resources.organizations(spaces));
        }
        if (!parts.isEmpty()) {
            answer.put("included", parts);
        }
        return answer;
    }

    @GetMapping("/v3/apps/{guid}")
    Object oneApp(@PathVariable String guid) {
        return app(find(guid, "App"));
    }

    @GetMapping("/v3/processes")
    Map<String, Object> processes(@ModelAttribute Page page,
            @RequestParam(name = "app_guids", defaultValue = "") String apps,
            @RequestParam(defaultValue = "") String guids) {
        return page.of(wanted(apps.isEmpty() ? guids : apps), this::process);
    }

    @GetMapping("/v3/apps/{guid}/processes")
    Map<String, Object> processesOfApp(@PathVariable String guid, @ModelAttribute Page page) {
        return page.of(List.of(find(guid, "App")), this::process);
    }

    @GetMapping({ "/v3/processes/{guid}", "/v3/apps/{guid}/processes/web" })
    Object oneProcess(@PathVariable String guid) {
        return process(find(guid, "Process"));
    }

    @GetMapping({ "/v3/processes/{guid}/stats", "/v3/apps/{guid}/processes/web/stats" })
    Map<String, Object> stats(@PathVariable String guid) {
        FoundationApp app = find(guid, "Process");
        return Map.of("resources", this.stats.of(app, this.instances.of(app), this.foundation.now()));
    }

    @PostMapping({ "/v3/processes/{guid}/actions/scale", "/v3/apps/{guid}/processes/web/actions/scale" })
    @ResponseStatus(HttpStatus.ACCEPTED)
    Object scale(@PathVariable String guid, @RequestBody Map<String, Object> body) {
        FoundationApp app = find(guid, "Process");
        Object wanted = body.get("instances");
        if (wanted != null) {
            if (!(wanted instanceof Integer number) || number < 0 || number > Instances.MOST) {
                throw new UnprocessableException("Instances must be an integer from 0 to " + Instances.MOST);
            }
            this.instances.scale(app, number);
        }
        return process(app);
    }

    private List<FoundationApp> wanted(String guids) {
        if (guids.isEmpty()) {
            return this.layout.apps();
        }
        List<String> wanted = Arrays.asList(guids.split(","));
        return wanted.stream().flatMap((guid) -> this.layout.app(guid).stream()).toList();
    }

    private FoundationApp find(String guid, String what) {
        return this.layout.app(guid).orElseThrow(() -> new NotFoundException(what + " not found"));
    }

    private Object app(FoundationApp app) {
        return this.resources.app(app, this.layout.spaces().get(app.spaceNumber()));
    }

    private Object process(FoundationApp app) {
        return this.resources.process(app, this.instances.of(app));
    }

}
