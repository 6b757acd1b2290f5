package monitoring.dashboard.alarm;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.VirtualMachine;

import org.springframework.stereotype.Component;

/**
 * Where in the foundation alarms can be, as far as the one who is signed in may see it:
 * availability zones, and services as statistics name them.
 */
@Component
class Places {

    /** So many are offered where nothing was found. */
    private static final int NEAR = 10;

    private final Foundations foundations;

    Places(Foundations foundations) {
        this.foundations = foundations;
    }

    /** A group of VMs as statistics and filters name it: {@code cf / router}. */
    static String service(VirtualMachine machine) {
        return machine.deployment().isEmpty() ? machine.job() : machine.deployment() + " / " + machine.job();
    }

    /** An app as statistics and filters name it: {@code organization / space / app}. */
    static String service(App app) {
        return app.organization() + " / " + app.space() + " / " + app.name();
    }

    /** All zones, with the one that is chosen also where it is no more. */
    List<String> zones(AlarmFilter filter) {
        Stream<String> known = this.foundations.now().vms().stream().map((vm) -> vm.machine().zone());
        return Stream.concat(known, Stream.ofNullable(filter.zone()))
            .filter((one) -> !one.isBlank())
            .distinct()
            .sorted()
            .toList();
    }

    /** What else somebody may have meant by the service that they asked for. */
    List<String> near(AlarmFilter filter) {
        String asked = String.valueOf(filter.service());
        return asked.isEmpty() ? List.of()
                : services(asked, NEAR).stream().filter((one) -> !one.equals(asked)).toList();
    }

    /**
     * The services that have a text in their name, those of VMs first.
     * @param most how many at most
     */
    List<String> services(String text, int most) {
        String needle = text.strip().toLowerCase(Locale.ROOT);
        Foundation foundation = this.foundations.now();
        Stream<String> groups = foundation.vms().stream().map((vm) -> service(vm.machine()));
        Stream<String> apps = foundation.apps().stream().map((one) -> service(one.app()));
        return Stream.concat(groups, apps)
            .filter((one) -> one.toLowerCase(Locale.ROOT).contains(needle))
            .distinct()
            .limit(most)
            .toList();
    }

}
