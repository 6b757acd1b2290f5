package monitoring.storage.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/**
 * An {@link IncidentQuery} as SQL. Values are parameters only. The open ones are found by
 * their state, all others downwards from the newest: what nearly all incidents have in
 * common stands in functions, so that no database takes an index for it.
 */
final class IncidentSearch {

    private final Database database;

    private final List<String> conditions = new ArrayList<>();

    private final Map<String, Object> parameters = new HashMap<>();

    IncidentSearch(IncidentQuery query, Database database) {
        this.database = database;
        if (query.states().size() == 1) {
            boolean open = query.states().contains(Incident.State.OPEN);
            where((open ? "incident_state" : "coalesce(incident_state, '')") + " = :state", "state",
                    query.states().iterator().next().name());
        }
        @Nullable Severity least = query.least();
        if (least != null) {
            where("level in (:levels)", "levels",
                    Arrays.stream(Severity.values())
                        .filter((one) -> one.compareTo(least) >= 0)
                        .map(Severity::code)
                        .toList());
        }
        if (query.assignee() != null) {
            where("coalesce(assignee, '') = :assignee", "assignee", query.assignee().replace("\u0000", ""));
        }
        if (query.opened() != null) {
            where("opened_at >= :opened_from", "opened_from", Times.micros(query.opened().from()));
            where("opened_at < :opened_to", "opened_to", Times.micros(query.opened().to()));
        }
        if (!query.text().isBlank()) {
            text(query.text().strip().replace("\u0000", ""), query.titles());
        }
    }

    private void where(String condition, String name, Object value) {
        this.conditions.add(condition);
        this.parameters.put(name, value);
    }

    /** Names are looked for once a target, where there are not too many of that name. */
    private void text(String text, Set<String> titles) {
        String pattern = pattern(text);
        List<String> either = new ArrayList<>(List.of("lower(title) like :text escape '!'"));
        this.parameters.put("text", pattern);
        titles.stream().sorted().forEach((title) -> {
            either.add("lower(title) like :title" + either.size() + " escape '!'");
            this.parameters.put("title" + (either.size() - 1), pattern(title));
        });
        Database.number(text.startsWith("#") ? text.substring(1) : text).ifPresent((number) -> {
            either.add("id = :number");
            this.parameters.put("number", number);
        });
        @Nullable List<String> targets = new AlarmNames(this.database).matching(pattern);
        if (targets == null || targets.size() > AlarmNames.MOST) {
            either.add("id in (select incident_id from alarms where incident_id is not null"
                    + " and (lower(target_name) like :text escape '!' or lower(ip) like :text escape '!'))");
        }
        else if (!targets.isEmpty()) {
            either.add("id in (select incident_id from alarms where incident_id is not null"
                    + " and target_id in (:targets))");
            this.parameters.put("targets", targets);
        }
        this.conditions.add("(" + String.join(" or ", either) + ")");
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    Listing listing() {
        return new Listing("*", "incidents", this.conditions, this.parameters, KeyOrder.newestFirst("opened_at", "id"));
    }

}
