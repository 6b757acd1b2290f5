package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.springframework.stereotype.Component;

/** The targets of which an alarm can be: directors, VMs and the instances of apps. */
@Component
class RouteTargets {

    private final Foundations foundations;

    private final Clock clock;

    RouteTargets(Foundations foundations, Clock clock) {
        this.foundations = foundations;
        this.clock = clock;
    }

    /** All of them: directors, then VMs, then containers. */
    List<AlarmTarget> all() {
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

    /** Those of whose name, address or id a text is part; none for a blank one. */
    static List<AlarmTarget> fitting(List<AlarmTarget> all, String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? List.of()
                : all.stream()
                    .filter((one) -> one.name().toLowerCase(Locale.ROOT).contains(words) || one.ip().contains(words)
                            || one.id().contains(words))
                    .toList();
    }

    /** An alarm of a target as it would be raised now; it is not kept. */
    Alarm alarm(AlarmTarget target, Resource resource, Severity severity) {
        Instant now = this.clock.instant();
        return new Alarm("", target, resource, severity, AlarmState.RAISED, new Alarm.Reading(0, 0, now),
                Alarm.Progress.startedAt(now), null);
    }

}
