package monitoring.storage.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.jdbc.KeyOrder.Key;
import monitoring.storage.jdbc.KeyOrder.Kind;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;
import monitoring.storage.policy.Severity;

/**
 * An {@link AlarmQuery} as SQL. Values are parameters only. A list is read downwards from
 * its newest alarm, or from the open ones, or from those of the targets that a text
 * names; what nearly all alarms have in common stands in functions, so that no database
 * takes an index for it.
 */
final class AlarmSearch {

    private final Database database;

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    private final AlarmQuery query;

    private boolean none;

    AlarmSearch(AlarmQuery query, Database database) {
        this.database = database;
        this.query = query;
        this.conditions.add(AlarmRows.OURS);
        in("coalesce(origin_type, '')", "origin_type", query.origins(), Origin::code);
        in("coalesce(alarm_type, '')", "alarm_type", query.resources(), Resource::code);
        in("coalesce(level, '')", "level", query.severities(), Severity::code);
        in(query.states().contains(AlarmState.RESOLVED) ? "coalesce(resolve_status, '')" : "resolve_status",
                "resolve_status", query.states(), AlarmRows::status);
        if (query.raised() != null) {
            this.conditions.add("reg_date >= :raised_from and reg_date < :raised_to");
            this.parameters.put("raised_from", Times.micros(query.raised().from()));
            this.parameters.put("raised_to", Times.micros(query.raised().to()));
        }
        if (query.incident() != null) {
            this.conditions.add("incident_id = :incident");
            this.parameters.put("incident", Database.number(query.incident()).orElse(-1));
        }
        place(query.zone(), query.service());
        if (!query.organizations().isEmpty()) {
            this.conditions.add("app_guid in (select guid from apps where organization in (:organizations))");
            this.parameters.put("organizations", query.organizations().stream().sorted().toList());
        }
        if (!query.text().isBlank()) {
            text(query.text().strip());
        }
    }

    private <T> void in(String column, String name, Set<T> values, Function<T, String> code) {
        if (!values.isEmpty()) {
            this.conditions.add(column + " in (:" + name + ")");
            this.parameters.put(name, values.stream().map(code).sorted().toList());
        }
    }

    /** A service is looked for within its deployment alone, which an index knows. */
    private void place(String zone, String service) {
        if (!zone.isEmpty()) {
            this.conditions.add("zone_name = :zone");
            this.parameters.put("zone", zone);
        }
        if (!service.isEmpty()) {
            int end = service.lastIndexOf(" / ");
            if (end > 0) {
                this.conditions.add("deployment = :deployment");
                this.parameters.put("deployment", service.substring(0, end));
            }
            this.conditions.add(JdbcAlarmStatistics.SERVICE + " = :service");
            this.parameters.put("service", service);
        }
    }

    /** The targets are only where to look: what an alarm itself says decides. */
    private void text(String text) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        this.conditions.add("(lower(target_name) like :text escape '!' or lower(ip) like :text escape '!'"
                + " or lower(app_name) like :text escape '!')");
        this.parameters.put("text", pattern);
        if (!this.query.states().contains(AlarmState.PENDING)) {
            List<String> targets = new AlarmNames(this.database).matching(pattern);
            if (targets != null && targets.size() <= AlarmNames.MOST) {
                this.none = targets.isEmpty();
                this.conditions.add("target_id in (:targets)");
                this.parameters.put("targets", targets);
            }
        }
    }

    /**
     * The page that is asked for. The database sorts ids alone, and the whole rows of the
     * few that are shown are read by these; of both tables together an id says too
     * little.
     */
    PageOf<Alarm> page() {
        PageRequest page = this.query.page();
        if (this.none) {
            return new PageOf<>(List.of(), 0);
        }
        if (isOfBothTables()) {
            return listing(AlarmRows.COLUMNS).page(this.database, page, AlarmRows::read);
        }
        PageOf<Long> ids = listing("id").page(this.database, page, (row, number) -> row.getLong("id"));
        return ids.with(ids.items().isEmpty() ? List.of() : whole(ids.items()));
    }

    Total count() {
        return this.none ? Total.of(0) : listing("id").count(this.database);
    }

    private Listing listing(String columns) {
        return new Listing(columns, table(), this.conditions, this.parameters, order());
    }

    /** Who was forgotten in between is left out. */
    private List<Alarm> whole(List<Long> ids) {
        Map<String, Alarm> found = AlarmRows.byId(this.database, table(), ids);
        return ids.stream().map(String::valueOf).map(found::get).filter(Objects::nonNull).toList();
    }

    /** What has no value comes last on every database; the id makes pages stable. */
    private KeyOrder order() {
        boolean descending = this.query.order().descending();
        // a pending alarm was never raised
        String raised = this.query.states().contains(AlarmState.PENDING) ? "coalesce(reg_date, started_at)"
                : "reg_date";
        AlarmOrder.By by = this.query.order().by();
        if (by == AlarmOrder.By.RAISED) {
            return new KeyOrder(
                    List.of(new Key(raised, Kind.TIME, descending), new Key("id", Kind.NUMBER, descending)));
        }
        Key newest = new Key(raised, Kind.TIME, true);
        Key id = new Key("id", Kind.NUMBER, true);
        List<String> values = this.query.states().contains(AlarmState.PENDING) ? List.of() : values(by);
        if (!values.isEmpty()) {
            List<String> stretches = new ArrayList<>(values);
            if (descending) {
                Collections.reverse(stretches);
            }
            return new KeyOrder(List.of(new Key(column(by), Kind.TEXT, false), newest, id), stretches);
        }
        boolean real = by == AlarmOrder.By.VALUE;
        boolean number = by == AlarmOrder.By.SEVERITY;
        String column = number ? "case level when 'fail' then 3 when 'critical' then 2 else 1 end" : column(by);
        return new KeyOrder(List.of(new Key("case when " + column + " is null then 1 else 0 end", Kind.NUMBER, false),
                new Key("coalesce(" + column + ", " + ((real || number) ? "0" : "''") + ")",
                        real ? Kind.REAL : number ? Kind.NUMBER : Kind.TEXT, descending),
                newest, id));
    }

    /** The few values of a column that begins an index, the least first; else empty. */
    private List<String> values(AlarmOrder.By by) {
        return switch (by) {
            case SEVERITY -> among(Severity.values(), this.query.severities()).map(Severity::code).toList();
            case STATE -> among(AlarmState.values(), this.query.states()).map(AlarmRows::status).sorted().toList();
            case RAISED, TARGET, RESOURCE, VALUE -> List.of();
        };
    }

    private static <T> Stream<T> among(T[] all, Set<T> some) {
        return Arrays.stream(all).filter((one) -> some.isEmpty() || some.contains(one));
    }

    private static String column(AlarmOrder.By by) {
        return switch (by) {
            case RAISED -> "reg_date";
            case SEVERITY -> "level";
            case TARGET -> "lower(target_name)";
            case RESOURCE -> "alarm_type";
            case VALUE -> "reading";
            case STATE -> "resolve_status";
        };
    }

    /** Whether pending alarms are looked for beside the others; ids are of one table. */
    private boolean isOfBothTables() {
        return this.query.states().contains(AlarmState.PENDING) && this.query.states().size() > 1;
    }

    /** Pending alarms are looked for only where they are asked for. */
    private String table() {
        if (!this.query.states().contains(AlarmState.PENDING)) {
            return "alarms";
        }
        return isOfBothTables() ? "(select " + AlarmRows.COLUMNS + " from alarms union all select " + AlarmRows.COLUMNS
                + " from pending_alarms) found" : "pending_alarms";
    }

}
