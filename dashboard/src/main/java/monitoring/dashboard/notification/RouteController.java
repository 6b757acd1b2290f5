package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
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

    private final Foundations foundations;

    private final Routes routes;

    private final Clock clock;

    RouteController(Foundations foundations, Routes routes, Clock clock) {
        this.foundations = foundations;
        this.routes = routes;
        this.clock = clock;
    }

    @GetMapping("/notification/routes")
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "CPU") Resource resource,
            @RequestParam(defaultValue = "CRITICAL") Severity severity, Model model) {
        List<AlarmTarget> known = targets();
        Optional<AlarmTarget> chosen = known.stream().filter((one) -> one.id().equals(target)).findFirst();
        List<AlarmTarget> fitting = fitting(known, q);
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
            List<Route> all = this.routes.of(alarm(one, resource, severity));
            model.addAttribute("routes", all);
            model.addAttribute("nobody", all.stream().noneMatch((route) -> route.key().equals("told")));
        });
        return "notification/routes";
    }

    private Alarm alarm(AlarmTarget target, Resource resource, Severity severity) {
        Instant now = this.clock.instant();
        return new Alarm("", target, resource, severity, AlarmState.RAISED, new Alarm.Reading(0, 0, now),
                Alarm.Progress.startedAt(now), null);
    }

    private static List<AlarmTarget> fitting(List<AlarmTarget> all, String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? List.of()
                : all.stream()
                    .filter((one) -> one.name().toLowerCase(Locale.ROOT).contains(words) || one.ip().contains(words)
                            || one.id().contains(words))
                    .toList();
    }

    private List<AlarmTarget> targets() {
        Foundation foundation = this.foundations.now();
        List<AlarmTarget> all = new ArrayList<>();
        foundation.directors()
            .forEach((one) -> all.add(new AlarmTarget(Origin.BOSH, one.id(), one.name(), one.ip(), "", "", "")));
        foundation.vms()
            .forEach((vm) -> all.add(new AlarmTarget(Origin.VM, vm.machine().id(), vm.machine().name(),
                    vm.machine().ip(), vm.machine().deployment(), vm.machine().zone(), "")));
        foundation.containers()
            .forEach((one) -> all.add(new AlarmTarget(Origin.CONTAINER, one.app().guid() + "/" + one.instance().index(),
                    one.name(), one.instance().cellIp(), one.app().organization() + " / " + one.app().space(), "",
                    one.app().guid())));
        return all;
    }

}
