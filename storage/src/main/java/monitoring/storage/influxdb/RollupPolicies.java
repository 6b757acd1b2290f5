package monitoring.storage.influxdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The retention policies of one database. */
final class RollupPolicies {

    private final InfluxClient client;

    private final String database;

    RollupPolicies(InfluxClient client, String database) {
        this.client = client;
        this.database = database;
    }

    /** Creates those of the tiers, or changes how long they keep; no other is touched. */
    void prepare(Map<RollupTier, Duration> keep) {
        Map<RollupTier, Duration> known = new EnumMap<>(RollupTier.class);
        for (List<Object> policy : policies()) {
            for (RollupTier tier : RollupTier.values()) {
                if (tier.policy().equals(policy.get(0))) {
                    known.put(tier, duration(policy));
                }
            }
        }
        keep.forEach((tier, wanted) -> {
            Duration has = known.get(tier);
            if (!wanted.equals(has)) {
                run(((has == null) ? "CREATE" : "ALTER") + " RETENTION POLICY " + InfluxQl.name(tier.policy()) + " ON "
                        + InfluxQl.name(this.database) + " DURATION " + literal(wanted)
                        + ((has == null) ? " REPLICATION 1" : "") + " SHARD DURATION " + literal(tier.shard()));
            }
        });
    }

    /** How long samples are kept, zero for ever. */
    Duration ofSamples() {
        return policies().stream()
            .filter((policy) -> Boolean.TRUE.equals(policy.get(4)))
            .map(RollupPolicies::duration)
            .findFirst()
            .orElse(Duration.ZERO);
    }

    /** Columns: name, duration, duration of a shard, replication, whether the default. */
    private List<List<Object>> policies() {
        List<List<Object>> policies = new ArrayList<>();
        this.client.query("SHOW RETENTION POLICIES ON " + InfluxQl.name(this.database),
                (number, tags, rows) -> policies.addAll(rows));
        return policies;
    }

    private static Duration duration(List<Object> policy) {
        return Duration.parse("PT" + String.valueOf(policy.get(1)).toUpperCase(Locale.ROOT));
    }

    private static String literal(Duration duration) {
        return duration.isZero() ? "INF" : duration.toMinutes() + "m";
    }

    private void run(String statement) {
        this.client.query(statement, (number, tags, rows) -> {
        });
    }

}
