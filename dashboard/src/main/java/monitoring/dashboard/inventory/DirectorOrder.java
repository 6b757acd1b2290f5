package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.web.Sorting;

/** In which order the list of directors is. */
final class DirectorOrder {

    private static final Map<String, Boolean> COLUMNS = Map.of("state", true, "name", false, "address", false, "cpu",
            true, "memory", true, "disk", true, "seen", true);

    private DirectorOrder() {
    }

    static Sorting sorting(String asked) {
        return Sorting.of(asked, COLUMNS, "name");
    }

    static List<Director> of(List<Director> all, Sorting sorting, Usages.Usage usage) {
        Comparator<Director> first = switch (sorting.column()) {
            case "state" -> sorting.<Director, TargetState>by(Director::state);
            case "address" -> sorting.<Director, String>by((one) -> Addresses.sortable(one.ip()));
            case "cpu" -> sorting.<Director, Double>by((one) -> usage.cpu(one.id()));
            case "memory" -> sorting.<Director, Double>by((one) -> usage.memory(one.id()));
            case "disk" -> sorting.<Director, Double>by((one) -> usage.disk(one.id()));
            case "seen" -> sorting.<Director, Instant>by(Director::lastSeen);
            default -> sorting.<Director, String>by(Director::name);
        };
        return all.stream().sorted(first.thenComparing(Director::name).thenComparing(Director::id)).toList();
    }

}
