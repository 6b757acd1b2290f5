package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Policies;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
import monitoring.storage.scaling.ScalingStreak;

import static java.util.Objects.requireNonNullElse;

/** Keeps scaling policies in PaaS-TA's {@code app_auto_scaling_policies}, and events. */
final class JdbcScalingStore implements ScalingStore {

    private static final String TABLE = "app_auto_scaling_policies";

    /** What was asked and died says neither that it was done nor that it was not. */
    private static final String REFUSALS = """
            select count(*) as times, min(decided_at) as since from scaling_events
            where app_guid = :app and scaling_action = :action and outcome in ('REJECTED', 'FAILED', 'UNKNOWN')
            and decided_at <= :until and decided_at > (
              select coalesce(max(decided_at), :never) from scaling_events
              where app_guid = :app and decided_at <= :until
              and (scaling_action <> :action or outcome in ('SCALED', 'NOOP', 'IGNORED', 'DRY_RUN')))""";

    private static final KeyOrder NEWEST_FIRST = new KeyOrder(
            List.of(new KeyOrder.Key("decided_at", KeyOrder.Kind.TIME, true),
                    new KeyOrder.Key("decision_id", KeyOrder.Kind.TEXT, true)));

    private final Database database;

    JdbcScalingStore(Database database) {
        this.database = database;
    }

    @Override
    public Policies<ScalingPolicy> policies() {
        return PolicyRows.read(this.database, TABLE, "app_guid", "", JdbcScalingStore::policy);
    }

    @Override
    public Optional<ScalingPolicy> policy(String appGuid) {
        return policies().valid().stream().filter((policy) -> policy.appGuid().equals(appGuid)).findFirst();
    }

    @Override
    public ScalingPolicy save(ScalingPolicy policy, String user) {
        Instant now = this.database.now();
        Row row = new Row().with("instance_min_cnt", policy.instances().min())
            .with("instance_max_cnt", policy.instances().max())
            .with("instance_scaling_unit", policy.instances().unit())
            .with("cpu_min_threshold", Math.round(policy.cpu().min()))
            .with("cpu_max_threshold", Math.round(policy.cpu().max()))
            .with("memory_min_threshold", Math.round(policy.memory().min()))
            .with("memory_max_threshold", Math.round(policy.memory().max()))
            .with("measure_time_sec", policy.measureTime().toSeconds())
            .withYn("auto_scaling_out_yn", policy.switches().out())
            .withYn("auto_scaling_in_yn", policy.switches().in())
            .withYn("auto_scaling_cpu_yn", policy.switches().cpu())
            .withYn("auto_scaling_memory_yn", policy.switches().memory())
            .withSeconds("modi_date", now)
            .withText("modi_user", user, 36);
        this.database.merge(TABLE, row, new Row().withSeconds("reg_date", now).withText("reg_user", user, 36),
                "app_guid", policy.appGuid());
        return policy(policy.appGuid()).orElseThrow(() -> Database.missing(TABLE, policy.appGuid()));
    }

    @Override
    public void delete(String appGuid) {
        this.database.delete(TABLE, "app_guid", appGuid);
    }

    @Override
    public void save(ScalingEvent event) {
        ScalingDecision decision = event.decision();
        Row row = new Row().withText("app_guid", decision.appGuid(), 50)
            .withText("app_name", decision.appName(), 255)
            .with("scaling_action", decision.action().name())
            .with("cause", decision.cause().code())
            .with("reading", decision.value())
            .with("threshold", decision.threshold())
            .with("instances_from", decision.from())
            .with("instances_to", decision.to())
            .withMicros("decided_at", decision.at())
            .with("outcome", event.outcome().name())
            .with("http_status", event.status())
            .withText("detail", event.detail(), 16000)
            .withMicros("known_at", event.at());
        this.database.merge("scaling_events", row, new Row(), "decision_id", decision.id());
    }

    @Override
    public Optional<ScalingEvent> find(String decisionId) {
        return this.database.sql("select * from scaling_events where decision_id = ?")
            .param(decisionId)
            .query(JdbcScalingStore::event)
            .optional();
    }

    @Override
    public Optional<ScalingEvent> latest(String appGuid) {
        return events(appGuid, PageRequest.first(1).uncounted()).items().stream().findFirst();
    }

    @Override
    public Optional<ScalingEvent> latestDone(String appGuid) {
        return this.database.sql("""
                select * from scaling_events where app_guid = ? and outcome in ('ASKED', 'SCALED', 'UNKNOWN')
                order by decided_at desc, decision_id desc limit 1""")
            .param(appGuid)
            .query(JdbcScalingStore::event)
            .optional();
    }

    @Override
    public PageOf<ScalingEvent> events(String appGuid, PageRequest page) {
        boolean all = appGuid.isEmpty();
        return new Listing("*", "scaling_events", all ? List.of() : List.of("app_guid = :app_guid"),
                all ? Map.of() : Map.of("app_guid", appGuid), NEWEST_FIRST)
            .page(this.database, page, JdbcScalingStore::event);
    }

    @Override
    public List<ScalingEvent> events(Set<String> appGuids, TimeRange decided, int limit) {
        return appGuids.isEmpty() ? List.of()
                : this.database.sql("""
                        select * from scaling_events where app_guid in (:apps)
                        and decided_at >= :decided_from and decided_at < :decided_to
                        order by decided_at desc, decision_id desc limit :most""")
                    .param("apps", appGuids)
                    .param("decided_from", Times.micros(decided.from()))
                    .param("decided_to", Times.micros(decided.to()))
                    .param("most", limit)
                    .query(JdbcScalingStore::event)
                    .list();
    }

    @Override
    public ScalingStreak refusals(ScalingDecision decision) {
        return this.database.sql(REFUSALS)
            .param("app", decision.appGuid())
            .param("action", decision.action().name())
            .param("until", Times.micros(decision.at()))
            .param("never", Times.micros(Instant.EPOCH))
            .query((row, number) -> new ScalingStreak(row.getInt("times"),
                    requireNonNullElse(Times.optional(row, "since"), decision.at())))
            .single();
    }

    @Override
    public int forgetBefore(Instant time) {
        this.database.sql("""
                delete from notifications where reason = 'SCALED' and delivery_state <> 'QUEUED'
                and created_at < :time""").param("time", Times.micros(time)).update();
        // The inner selection stands for itself: MariaDB does not delete from what it
        // reads.
        return this.database.sql("""
                delete from scaling_events where decided_at < :time and decision_id not in
                (select keep_id from (select max(e.decision_id) as keep_id from scaling_events e
                join (select app_guid, max(decided_at) as newest from scaling_events group by app_guid) last
                on last.app_guid = e.app_guid and last.newest = e.decided_at group by e.app_guid) kept)""")
            .param("time", Times.micros(time))
            .update();
    }

    private static ScalingPolicy policy(ResultSet row, int number) throws SQLException {
        ScalingPolicy.Instances instances = new ScalingPolicy.Instances(PolicyRows.integer(row, "instance_min_cnt"),
                PolicyRows.integer(row, "instance_max_cnt"), PolicyRows.integer(row, "instance_scaling_unit"));
        ScalingPolicy.Switches switches = new ScalingPolicy.Switches(PolicyRows.yes(row, "auto_scaling_out_yn"),
                PolicyRows.yes(row, "auto_scaling_in_yn"), PolicyRows.yes(row, "auto_scaling_cpu_yn"),
                PolicyRows.yes(row, "auto_scaling_memory_yn"));
        return new ScalingPolicy(PolicyRows.text(row, "app_guid"), instances, band(row, "cpu"), band(row, "memory"),
                Duration.ofSeconds(PolicyRows.integer(row, "measure_time_sec")), switches);
    }

    private static ScalingPolicy.Band band(ResultSet row, String resource) throws SQLException {
        return new ScalingPolicy.Band(PolicyRows.number(row, resource + "_min_threshold"),
                PolicyRows.number(row, resource + "_max_threshold"));
    }

    private static ScalingEvent event(ResultSet row, int number) throws SQLException {
        ScalingDecision decision = new ScalingDecision(row.getString("decision_id"), row.getString("app_guid"),
                row.getString("app_name"), ScalingDecision.Action.valueOf(row.getString("scaling_action")),
                Resource.ofCode(row.getString("cause")), row.getDouble("reading"), row.getDouble("threshold"),
                row.getInt("instances_from"), row.getInt("instances_to"), Times.required(row, "decided_at"));
        return new ScalingEvent(decision, ScalingEvent.Outcome.valueOf(row.getString("outcome")),
                row.getInt("http_status"), row.getString("detail"), Times.required(row, "known_at"));
    }

}
