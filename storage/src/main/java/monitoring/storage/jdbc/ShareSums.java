package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.AlarmShare;
import monitoring.storage.alarm.AlarmShares;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.springframework.jdbc.core.RowCallbackHandler;

/** Adds up what the database counted by all at once, by each thing for itself. */
final class ShareSums implements RowCallbackHandler {

    private static final Comparator<AlarmShare> MOST_FIRST = Comparator.comparingLong(AlarmShare::count)
        .thenComparingLong(AlarmShare::before)
        .reversed()
        .thenComparing(AlarmShare::name);

    private final Map<String, AlarmShare> services = new LinkedHashMap<>();

    private final Map<String, AlarmShare> zones = new LinkedHashMap<>();

    private final Map<String, RuleShare> rules = new LinkedHashMap<>();

    @Override
    public void processRow(ResultSet row) throws SQLException {
        long count = row.getLong("times");
        long before = row.getLong("times_before");
        add(this.services, new AlarmShare(row.getString("service"), count, before));
        add(this.zones, new AlarmShare(row.getString("zone_name"), count, before));
        RuleShare rule = new RuleShare(Origin.ofCode(row.getString("origin_type")),
                Resource.ofCode(row.getString("alarm_type")), row.getString("deployment"), count, before);
        this.rules.merge(rule.origin() + " " + rule.resource() + " " + rule.deployment(), rule,
                (one, other) -> new RuleShare(one.origin(), one.resource(), one.deployment(),
                        one.count() + other.count(), one.before() + other.before()));
    }

    private static void add(Map<String, AlarmShare> shares, AlarmShare share) {
        if (!share.name().isEmpty()) {
            shares.merge(share.name(), share, (one, other) -> new AlarmShare(one.name(), one.count() + other.count(),
                    one.before() + other.before()));
        }
    }

    /** All sums, of services and zones those with the most alarms. */
    AlarmShares largest(int limit) {
        return new AlarmShares(most(this.services, limit), most(this.zones, limit), List.copyOf(this.rules.values()));
    }

    private static List<AlarmShare> most(Map<String, AlarmShare> shares, int limit) {
        return shares.values().stream().sorted(MOST_FIRST).limit(limit).toList();
    }

}
