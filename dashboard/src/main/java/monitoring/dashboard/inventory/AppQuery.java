package monitoring.dashboard.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.web.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * Which apps a page shows, and how.
 *
 * @param q part of the path or the GUID
 * @param state only in this state, null for any
 * @param view {@code list} for a table, else organization by organization
 * @param sort of the table, by what: state, name, organization, space, instances,
 * missing, with a minus for the other way round
 */
public record AppQuery(@Nullable String q, @Nullable TargetState state, @Nullable String view, @Nullable String sort) {

    private static final Map<String, Boolean> COLUMNS = Map.of("state", true, "name", false, "organization", false,
            "space", false, "instances", true, "missing", true);

    private static final Comparator<AppState> BY_PATH = Comparator.comparing((AppState one) -> one.app().organization())
        .thenComparing((one) -> one.app().space())
        .thenComparing((one) -> one.app().name())
        .thenComparing((one) -> one.app().guid());

    public AppQuery {
        q = (q == null) ? "" : q;
        view = (view == null) ? "" : view;
        sort = (sort == null) ? "" : sort;
    }

    boolean isList() {
        return "list".equals(this.view);
    }

    /** By which column the table is sorted. */
    Sorting sorting() {
        return Sorting.of(this.sort, COLUMNS, "state");
    }

    List<AppState> of(List<AppState> all) {
        List<AppState> fitting = AppState.fitting(all, String.valueOf(this.q), this.state);
        return isList() ? fitting.stream().sorted(order().thenComparing(BY_PATH)).toList() : fitting;
    }

    private Comparator<AppState> order() {
        Sorting sorting = sorting();
        return switch (sorting.column()) {
            case "name" -> sorting.<AppState, String>by((one) -> one.app().name());
            case "organization" -> sorting.<AppState, String>by((one) -> one.app().organization());
            case "space" -> sorting.<AppState, String>by((one) -> one.app().space());
            case "instances" -> sorting.<AppState, Integer>by(AppState::instances);
            case "missing" -> sorting.<AppState, Integer>by(AppState::missing);
            default -> sorting.<AppState, TargetState>by(AppState::state);
        };
    }

}
