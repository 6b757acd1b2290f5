package monitoring.dashboard.alarm;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.Sorting;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms a list shows; null or empty for any.
 *
 * @param origin kind of target
 * @param resource resource
 * @param severity how bad
 * @param state {@code open}, {@code all}, or a state's name
 * @param q part of the target's name or address
 * @param sort by what: raised, severity, target, resource, value, state, with a minus for
 * the other way round
 * @param zone only in this availability zone
 * @param service only of this service as statistics name it: deployment / job, or
 * organization / space / app
 * @param incident only of this incident, by its id
 */
public record AlarmFilter(@Nullable Origin origin, @Nullable Resource resource, @Nullable Severity severity,
        @Nullable String state, @Nullable String q, @Nullable String sort, @Nullable String incident,
        @Nullable String zone, @Nullable String service) {

    private static final Map<String, Boolean> COLUMNS = Map.of("raised", true, "severity", true, "target", false,
            "resource", false, "value", true, "state", false);

    public AlarmFilter {
        state = (state == null || state.isBlank()) ? "open" : state;
        q = (q == null) ? "" : q.strip();
        zone = (zone == null) ? "" : zone.strip().replace("\u0000", "");
        service = (service == null) ? "" : service.strip().replace("\u0000", "");
        incident = (incident == null || incident.isBlank()) ? null : incident.strip();
    }

    AlarmQuery query(TimeChoice.Query time, Instant now, PageRequest page) {
        @Nullable TimeRange raised = TimeChoice.narrowing(time, now);
        Sorting sorting = sorting();
        AlarmOrder order = new AlarmOrder(AlarmOrder.By.valueOf(sorting.column().toUpperCase(Locale.ROOT)),
                sorting.isDescending());
        return new AlarmQuery(set(this.origin), set(this.resource), set(this.severity), states(), raised,
                (this.q == null) ? "" : this.q, this.incident, Viewer.currentOrganizations(), String.valueOf(this.zone),
                String.valueOf(this.service), order, page);
    }

    /** Whether nothing but the state of an alarm decides whether it is found. */
    static boolean isOfAll(AlarmQuery query) {
        AlarmQuery all = new AlarmQuery(Set.of(), Set.of(), Set.of(), query.states(), null, "", query.page());
        return query.in(all.order()).equals(all.of(query.organizations()));
    }

    /** By which column the list is sorted. */
    Sorting sorting() {
        return Sorting.of(this.sort, COLUMNS, "raised");
    }

    private Set<AlarmState> states() {
        return switch (String.valueOf(this.state)) {
            case "RAISED" -> Set.of(AlarmState.RAISED);
            case "ACKNOWLEDGED" -> Set.of(AlarmState.ACKNOWLEDGED);
            case "RESOLVED" -> Set.of(AlarmState.RESOLVED);
            case "PENDING" -> Set.of(AlarmState.PENDING);
            case "all" -> Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED);
            default -> Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED);
        };
    }

    private static <T> Set<T> set(@Nullable T one) {
        return (one == null) ? Set.of() : Set.of(one);
    }

}
