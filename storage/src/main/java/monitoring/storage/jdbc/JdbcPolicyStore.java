package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Policies;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * Keeps policies in PaaS-TA's {@code alarm_policies} and {@code app_alarm_policies}.
 */
final class JdbcPolicyStore implements PolicyStore {

    private final Database database;

    JdbcPolicyStore(Database database) {
        this.database = database;
    }

    @Override
    public Policies<AlarmPolicy> alarmPolicies() {
        // "ias" rows are the IaaS batch's
        return PolicyRows.read(this.database, "alarm_policies", "id",
                "where (origin_type is null or origin_type <> 'ias')", JdbcPolicyStore::alarmPolicy);
    }

    @Override
    public Optional<AlarmPolicy> alarmPolicy(String id) {
        return alarmPolicies().valid().stream().filter((policy) -> policy.id().equals(id)).findFirst();
    }

    @Override
    public AlarmPolicy save(AlarmPolicy policy, String user) {
        Threshold threshold = policy.threshold();
        Instant now = this.database.now();
        Row row = new Row().with("origin_type", policy.origin().code())
            .with("alarm_type", policy.resource().code())
            .with("warning_threshold", Math.round(threshold.warning()))
            .with("critical_threshold", Math.round(threshold.critical()))
            .with("exact_warning", fraction(threshold.warning()))
            .with("exact_critical", fraction(threshold.critical()))
            .with("repeat_time", policy.timing().repeatTime().toMinutes())
            .with("measure_time", policy.timing().measureTime().toSeconds())
            .withText("comment", policy.comment(), 5000)
            .with("scope", policy.scope())
            .with("recovery", policy.damping().recovery())
            .with("raise_after", policy.damping().raiseAfter())
            .with("resolve_after", policy.damping().resolveAfter());
        row.withSeconds("modi_date", now).withText("modi_user", user, 36);
        String id = policy.id();
        if (id.isEmpty()) {
            id = this.database.insert("alarm_policies", row.withSeconds("reg_date", now).withText("reg_user", user, 36),
                    "id");
        }
        else if (!this.database.update("alarm_policies", row, "id", Database.numberOf("alarm_policies", id))) {
            throw Database.missing("alarm_policies", id);
        }
        String kept = id;
        return alarmPolicy(kept).orElseThrow(() -> Database.missing("alarm_policies", kept));
    }

    /** What PaaS-TA's column of whole numbers cannot hold. */
    private static @Nullable Double fraction(double limit) {
        return (limit != Math.rint(limit)) ? limit : null;
    }

    @Override
    public void deleteAlarmPolicy(String id) {
        Database.number(id).ifPresent((number) -> this.database.delete("alarm_policies", "id", number));
    }

    @Override
    public Policies<AppAlarmPolicy> appAlarmPolicies() {
        return PolicyRows.read(this.database, "app_alarm_policies", "app_guid", "", JdbcPolicyStore::appAlarmPolicy);
    }

    @Override
    public Optional<AppAlarmPolicy> appAlarmPolicy(String appGuid) {
        return appAlarmPolicies().valid().stream().filter((policy) -> policy.appGuid().equals(appGuid)).findFirst();
    }

    @Override
    public AppAlarmPolicy save(AppAlarmPolicy policy, String user) {
        Instant now = this.database.now();
        Row row = new Row().with("cpu_warning_threshold", Math.round(policy.cpu().warning()))
            .with("cpu_critical_threshold", Math.round(policy.cpu().critical()))
            .with("memory_warning_threshold", Math.round(policy.memory().warning()))
            .with("memory_critical_threshold", Math.round(policy.memory().critical()))
            .with("measure_time_sec", policy.measureTime().toSeconds())
            .with("email", policy.email().isEmpty() ? null : policy.email())
            .withYn("email_send_yn", policy.emailSent())
            .withYn("alarm_use_yn", policy.enabled())
            .withSeconds("modi_date", now)
            .withText("modi_user", user, 36);
        this.database.merge("app_alarm_policies", row,
                new Row().withSeconds("reg_date", now).withText("reg_user", user, 36), "app_guid", policy.appGuid());
        return appAlarmPolicy(policy.appGuid())
            .orElseThrow(() -> Database.missing("app_alarm_policies", policy.appGuid()));
    }

    @Override
    public void deleteAppAlarmPolicy(String appGuid) {
        this.database.delete("app_alarm_policies", "app_guid", appGuid);
    }

    private static AlarmPolicy alarmPolicy(ResultSet row, int number) throws SQLException {
        Threshold threshold = new Threshold(limit(row, "warning_threshold", "exact_warning"),
                limit(row, "critical_threshold", "exact_critical"));
        AlarmPolicy.Timing timing = new AlarmPolicy.Timing(Duration.ofSeconds(PolicyRows.integer(row, "measure_time")),
                Duration.ofMinutes(PolicyRows.integer(row, "repeat_time")));
        AlarmPolicy.Damping damping = new AlarmPolicy.Damping(PolicyRows.number(row, "recovery"),
                PolicyRows.integer(row, "raise_after"), PolicyRows.integer(row, "resolve_after"));
        return new AlarmPolicy(row.getString("id"), Origin.ofCode(PolicyRows.text(row, "origin_type")),
                Resource.ofCode(PolicyRows.text(row, "alarm_type")),
                Objects.requireNonNullElse(row.getString("scope"), ""), threshold, timing, damping,
                Objects.requireNonNullElse(row.getString("comment"), ""));
    }

    /** The exact limit, unless PaaS-TA's portal has changed the whole number since. */
    private static double limit(ResultSet row, String column, String exactColumn) throws SQLException {
        double whole = PolicyRows.number(row, column);
        double exact = row.getDouble(exactColumn);
        return (!row.wasNull() && Math.round(exact) == Math.round(whole)) ? exact : whole;
    }

    private static AppAlarmPolicy appAlarmPolicy(ResultSet row, int number) throws SQLException {
        Threshold cpu = new Threshold(PolicyRows.number(row, "cpu_warning_threshold"),
                PolicyRows.number(row, "cpu_critical_threshold"));
        Threshold memory = new Threshold(PolicyRows.number(row, "memory_warning_threshold"),
                PolicyRows.number(row, "memory_critical_threshold"));
        return new AppAlarmPolicy(PolicyRows.text(row, "app_guid"), cpu, memory,
                Duration.ofSeconds(PolicyRows.integer(row, "measure_time_sec")),
                Objects.requireNonNullElse(row.getString("email"), ""), PolicyRows.yes(row, "email_send_yn"),
                PolicyRows.yes(row, "alarm_use_yn"));
    }

}
