package monitoring.dashboard.notification;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be chosen for a silence. */
@Component
class SilenceChoices {

    private final Foundations foundations;

    SilenceChoices(Foundations foundations) {
        this.foundations = foundations;
    }

    void add(Model model) {
        Foundation foundation = this.foundations.now();
        model.addAttribute("origins", Origin.values());
        model.addAttribute("resources", Resource.values());
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("deployments", distinct(foundation, VirtualMachine::deployment));
        model.addAttribute("zones", distinct(foundation, VirtualMachine::zone));
    }

    private static List<String> distinct(Foundation foundation, Function<VirtualMachine, String> part) {
        return foundation.vms().stream().map((vm) -> part.apply(vm.machine())).distinct().sorted().toList();
    }

}
