package monitoring.storage.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiTokenStore;
import monitoring.storage.account.SavedFilterStore;
import monitoring.storage.alarm.AlarmHistory;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.run.RunStore;
import monitoring.storage.scaling.ScalingStore;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores on one database, as the configuration puts them together. */
final class SqlStores implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T03:04:05Z");

    private static final List<String> TABLES = List.of("zones", "vms", "alarms", "alarm_actions", "alarm_sns",
            "alarm_sns_targets", "app_auto_scaling_policies", "app_alarm_policies", "app_alarm_histories",
            "pending_alarms", "open_alarms", "alarm_names", "alarm_events", "incident_notes", "saved_filters",
            "incidents", "silences", "receivers", "notifications", "apps", "app_instances", "scaling_events",
            "accounts", "api_tokens", "audit_entries", "alarm_targets", "alarm_policies", "signing_keys", "used_links",
            "sent_reports");

    private final HikariDataSource source;

    private final Database database;

    private final TransactionTemplate transactions;

    private SqlStores(HikariDataSource source) {
        this.source = source;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.database = new Database(new JdbcTemplate(source), Dialect.of(source), this.transactions,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Stores in a database of their own that lives as long as they. */
    static SqlStores onH2() {
        return at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** Stores in a database that is migrated first. */
    static SqlStores at(String url, String user, String password) {
        HikariDataSource source = source(url, user, password);
        migrate(source);
        return new SqlStores(source);
    }

    static SqlStores at(monitoring.localservers.Database server) {
        return at(server.url(), server.username(), server.password());
    }

    static HikariDataSource source(String url, String user, String password) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(0);
        return source;
    }

    /** Migrates as a program does when it starts, and says how many steps that took. */
    static int migrate(DataSource source) {
        Migrations migrations = new Migrations(Dialect.of(source));
        FluentConfiguration configuration = Flyway.configure().dataSource(source);
        migrations.customize(configuration);
        Flyway flyway = configuration.load();
        int before = flyway.info().applied().length;
        migrations.migrate(flyway);
        return flyway.info().applied().length - before;
    }

    void clean() {
        TABLES.forEach((table) -> sql().sql("delete from " + table).update());
    }

    JdbcClient sql() {
        return JdbcClient.create(this.source);
    }

    Database database() {
        return this.database;
    }

    Dialect dialect() {
        return Dialect.of(this.source);
    }

    TransactionTemplate transactions() {
        return this.transactions;
    }

    AlarmStore alarms() {
        return new JdbcAlarmStore(this.database);
    }

    AlarmStatistics statistics() {
        return new JdbcAlarmStatistics(this.database);
    }

    AlarmHistory history() {
        return new JdbcAlarmHistory(this.database);
    }

    IncidentStore incidents() {
        return new JdbcIncidentStore(this.database);
    }

    IncidentMemory memory() {
        return new JdbcIncidentMemory(this.database);
    }

    SavedFilterStore savedFilters() {
        return new JdbcSavedFilterStore(this.database);
    }

    RunStore runs() {
        return new JdbcRunStore(this.database, ZoneOffset.UTC);
    }

    SilenceStore silences() {
        return new JdbcSilenceStore(this.database);
    }

    InventoryStore inventory() {
        return new JdbcInventoryStore(this.database);
    }

    PolicyStore policies() {
        return new JdbcPolicyStore(this.database);
    }

    NotificationStore notifications() {
        return new JdbcNotificationStore(this.database);
    }

    AcknowledgeLinks links() {
        return new JdbcAcknowledgeLinks(this.database);
    }

    ScalingStore scaling() {
        return new JdbcScalingStore(this.database);
    }

    ApiTokenStore tokens() {
        return new JdbcApiTokenStore(this.database);
    }

    AccountStore accounts() {
        return new JdbcAccountStore(this.database);
    }

    @Override
    public void close() {
        this.source.close();
    }

}
