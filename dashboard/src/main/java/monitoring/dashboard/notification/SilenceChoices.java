package monitoring.dashboard.notification;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.springframework.context.i18n.LocaleContextHolder;
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
        model.addAttribute("weekdays", weekdays(LocaleContextHolder.getLocale()));
        model.addAttribute("deployments", distinct(foundation, VirtualMachine::deployment));
        model.addAttribute("zones", distinct(foundation, VirtualMachine::zone));
    }

    /** Their short names, from Monday on. */
    private static Map<DayOfWeek, String> weekdays(Locale locale) {
        Map<DayOfWeek, String> names = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(day, day.getDisplayName(TextStyle.SHORT, locale));
        }
        return names;
    }

    private static List<String> distinct(Foundation foundation, Function<VirtualMachine, String> part) {
        return foundation.vms().stream().map((vm) -> part.apply(vm.machine())).distinct().sorted().toList();
    }

}
