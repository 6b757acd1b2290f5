package monitoring.dashboard.notification;

import java.util.List;
import java.util.Optional;

import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows who would be told of an alarm of any target now, and why the others are not. */
@Controller
class RouteController {

    /** Targets offered where several fit what was typed. */
    private static final int OFFERED = 20;

    private final RouteTargets targets;

    private final Routes routes;

    RouteController(RouteTargets targets, Routes routes) {
        this.targets = targets;
        this.routes = routes;
    }

    @GetMapping("/notification/routes")
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "CPU") Resource resource,
            @RequestParam(defaultValue = "CRITICAL") Severity severity, Model model) {
        List<AlarmTarget> known = this.targets.all();
        Optional<AlarmTarget> chosen = known.stream().filter((one) -> one.id().equals(target)).findFirst();
        List<AlarmTarget> fitting = RouteTargets.fitting(known, q);
        if (chosen.isEmpty() && fitting.size() == 1) {
            chosen = Optional.of(fitting.get(0));
        }
        model.addAttribute("q", q.isEmpty() ? chosen.map(AlarmTarget::name).orElse("") : q);
        model.addAttribute("resource", resource);
        model.addAttribute("severity", severity);
        model.addAttribute("resources", Resource.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("fitting", fitting.stream().limit(OFFERED).toList());
        model.addAttribute("more", Math.max(0, fitting.size() - OFFERED));
        model.addAttribute("target", chosen.orElse(null));
        chosen.ifPresent((one) -> {
            List<Route> all = this.routes.of(this.targets.alarm(one, resource, severity));
            model.addAttribute("routes", all);
            model.addAttribute("nobody", all.stream().noneMatch((route) -> route.key().equals("told")));
        });
        return "notification/routes";
    }

}
