package monitoring.dashboard.notification;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would be told, for programs. */
@RestController
@Tag(name = "Receivers")
class RouteApiController {

    private final RouteTargets targets;

    private final Routes routes;

    private final Explanations explanations;

    private final StoreWatch stores;

    RouteApiController(RouteTargets targets, Routes routes, Explanations explanations, StoreWatch stores) {
        this.targets = targets;
        this.routes = routes;
        this.explanations = explanations;
        this.stores = stores;
    }

    /**
     * Targets that an alarm can be of.
     * @param q part of a name, address or id; empty for all
     */
    @GetMapping("/api/v1/routes/targets")
    ApiPage<AlarmTarget> targets(@RequestParam(defaultValue = "") String q, ApiPage.Part page) {
        List<AlarmTarget> all = this.targets.all();
        return ApiPage.part(q.isBlank() ? all : RouteTargets.fitting(all, q), page,
                (one) -> one.origin() + " " + one.id());
    }

    /**
     * Who would be told of an alarm of a target if it were raised now, and why the others
     * would not be. Those who are told come first.
     * @param target id of a director, of a VM, or of a container as GUID/index
     * @param resource of which resource
     * @param severity how bad it would be
     */
    @GetMapping("/api/v1/routes")
    List<RouteView> routes(@RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "CPU") Resource resource,
            @RequestParam(defaultValue = "CRITICAL") Severity severity) {
        AlarmTarget chosen = this.targets.all()
            .stream()
            .filter((one) -> one.id().equals(target))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("target", target));
        return this.stores
            .require(Store.RELATIONS, () -> this.routes.decided(this.targets.alarm(chosen, resource, severity)))
            .stream()
            .map((one) -> RouteView.of(one, this.explanations))
            .toList();
    }

}
