package monitoring.storage.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmOrder;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

/** An {@link AlarmQuery} as SQL. Values are parameters only. */
final class AlarmSearch {

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    private final Set<AlarmState> states;

    private final AlarmOrder order;

    private final PageRequest page;

    AlarmSearch(AlarmQuery query) {
        this.states = query.states();
        this.order = query.order();
        this.page = query.page();
        this.conditions.add(AlarmRows.OURS);
        in("origin_type", query.origins(), Origin::code);
        in("alarm_type", query.resources(), Resource::code);
        in("level", query.severities(), Severity::code);
        in("resolve_status", query.states(), AlarmRows::status);
        if (query.raised() != null) {
            this.conditions.add("reg_date >= :raised_from and reg_date < :raised_to");
            this.parameters.put("raised_from", Times.micros(query.raised().from()));
            this.parameters.put("raised_to", Times.micros(query.raised().to()));
        }
        if (!query.organizations().isEmpty()) {
            this.conditions.add("app_guid in (select guid from apps where organization in (:organizations))");
            this.parameters.put("organizations", query.organizations().stream().sorted().toList());
        }
        if (!query.text().isBlank()) {
            this.conditions.add("(lower(target_name) like :text escape '!' or lower(ip) like :text escape '!'"
                    + " or lower(app_name) like :text escape '!')");
            String text = query.text().strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            this.parameters.put("text", "%" + text + "%");
        }
    }

    private <T> void in(String column, Set<T> values, Function<T, String> code) {
        if (!values.isEmpty()) {
            this.conditions.add(column + " in (:" + column + ")");
            this.parameters.put(column, values.stream().map(code).sorted().toList());
        }
    }

    /**
     * The page that is asked for. The database sorts ids alone, and the whole rows of the
     * few that are shown are read by these; of both tables together an id says too
     * little.
     */
    PageOf<Alarm> page(Database database) {
        if (this.states.contains(AlarmState.PENDING) && this.states.size() > 1) {
            return database.page("select " + AlarmRows.COLUMNS, from(), this.parameters, this.page, AlarmRows::read);
        }
        PageOf<Long> ids = database.page("select id", from(), this.parameters, this.page,
                (row, number) -> row.getLong("id"));
        return new PageOf<>(ids.items().isEmpty() ? List.of() : whole(database, ids.items()), ids.total());
    }

    /** Who was forgotten in between is left out. */
    private List<Alarm> whole(Database database, List<Long> ids) {
        Map<Long, Alarm> found = new HashMap<>();
        database.sql("select " + AlarmRows.COLUMNS + " from " + table() + " where id in (:ids)")
            .param("ids", ids)
            .query((row) -> {
                found.put(row.getLong("id"), AlarmRows.read(row, row.getRow()));
            });
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private String from() {
        return "from " + table() + " where " + String.join(" and ", this.conditions) + " order by " + order();
    }

    /** What has no value comes last on every database; the id makes pages stable. */
    private String order() {
        String column = column(this.order.by());
        String direction = this.order.descending() ? " desc" : "";
        if (this.order.by() == AlarmOrder.By.RAISED) {
            return column + direction + ", id" + direction; // the way of an index
        }
        return "case when " + column + " is null then 1 else 0 end, " + column + direction + ", reg_date desc, id desc";
    }

    private static String column(AlarmOrder.By by) {
        return switch (by) {
            case RAISED -> "reg_date";
            case SEVERITY -> "case level when 'fail' then 3 when 'critical' then 2 else 1 end";
            case TARGET -> "lower(target_name)";
            case RESOURCE -> "alarm_type";
            case VALUE -> "reading";
            case STATE -> "resolve_status";
        };
    }

    /** Whether pending alarms are looked for beside the others; ids are of one table. */
    boolean isOfBothTables() {
        return this.states.contains(AlarmState.PENDING) && this.states.size() > 1;
    }

    /** Pending alarms are looked for only where they are asked for. */
    String table() {
        if (!this.states.contains(AlarmState.PENDING)) {
            return "alarms";
        }
        return (this.states.size() == 1) ? "pending_alarms" : "(select " + AlarmRows.COLUMNS
                + " from alarms union all select " + AlarmRows.COLUMNS + " from pending_alarms) found";
    }

}
