package monitoring.dashboard.notification;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import org.jspecify.annotations.Nullable;

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

    /** With what is chosen, also where there is none of it any more. */
    void add(Model model, SilenceForm form) {
        Foundation foundation = this.foundations.now();
        model.addAttribute("origins", Origin.values());
        model.addAttribute("resources", Resource.values());
        model.addAttribute("weekdays", weekdays(LocaleContextHolder.getLocale()));
        model.addAttribute("deployments",
                distinct(foundation.vms().stream().map((vm) -> vm.machine().deployment()), ""));
        model.addAttribute("spaces", distinct(
                foundation.apps().stream().map((one) -> one.app().organization() + " / " + one.app().space()), ""));
        model.addAttribute("chosen", form.deployment());
        model.addAttribute("zones", distinct(foundation.vms().stream().map((vm) -> vm.machine().zone()), form.zone()));
    }

    /** Their short names, from Monday on. */
    private static Map<DayOfWeek, String> weekdays(Locale locale) {
        Map<DayOfWeek, String> names = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(day, day.getDisplayName(TextStyle.SHORT, locale));
        }
        return names;
    }

    private static List<String> distinct(Stream<String> all, @Nullable String chosen) {
        return Stream.concat(all, Stream.ofNullable(chosen))
            .filter((one) -> !one.isBlank())
            .distinct()
            .sorted()
            .toList();
    }

}
