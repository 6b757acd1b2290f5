package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.account.Role;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

/** Keeps accounts and the audit. */
final class JdbcAccountStore implements AccountStore {

    private final Database database;

    JdbcAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Account> accounts() {
        return this.database.sql("select * from accounts order by account_name")
            .query(JdbcAccountStore::account)
            .list();
    }

    @Override
    public Optional<Account> account(String name) {
        return this.database.sql("select * from accounts where account_name = ?")
            .param(name)
            .query(JdbcAccountStore::account)
            .optional();
    }

    @Override
    public Account save(Account account) {
        Row row = new Row().with("password_hash", account.passwordHash())
            .with("account_role", account.role().name())
            .with("organizations", String.join("\n", account.organizations()))
            .with("language", account.language().toLanguageTag())
            .with("zone_id", account.zone().getId())
            .with("enabled", account.enabled())
            .with("uaa_user", account.uaaUser());
        this.database.merge("accounts", row, new Row(), "account_name", account.name());
        return account(account.name()).orElseThrow(() -> Database.missing("accounts", account.name()));
    }

    @Override
    public void delete(String name) {
        this.database.together(() -> {
            this.database.delete("api_tokens", "account_name", name);
            this.database.delete("accounts", "account_name", name);
            return true;
        });
    }

    @Override
    public void append(AuditEntry entry) {
        this.database.insert("audit_entries",
                new Row().withMicros("happened_at", entry.at())
                    .withText("user_name", entry.user(), 255)
                    .withText("audit_action", entry.action(), 100)
                    .withText("subject", entry.subject(), 500)
                    .withText("detail", entry.detail(), 16000),
                "id");
    }

    @Override
    public PageOf<AuditEntry> audit(String action, PageRequest page) {
        List<String> conditions = action.isEmpty() ? List.of() : List.of("audit_action = :audit_action");
        Map<String, Object> parameters = action.isEmpty() ? Map.of()
                : Map.of("audit_action", action.replace("\u0000", ""));
        return new Listing("*", "audit_entries", conditions, parameters, KeyOrder.newestFirst("happened_at", "id"))
            .page(this.database, page,
                    (row, number) -> new AuditEntry(Times.required(row, "happened_at"), row.getString("user_name"),
                            row.getString("audit_action"), row.getString("subject"), row.getString("detail")));
    }

    private static Set<String> organizations(String lines) {
        return lines.isEmpty() ? Set.of() : Set.of(lines.split("\n"));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getString("account_name"), row.getString("password_hash"),
                Role.valueOf(row.getString("account_role")), organizations(row.getString("organizations")),
                Locale.forLanguageTag(row.getString("language")), ZoneId.of(row.getString("zone_id")),
                row.getBoolean("enabled"), row.getString("uaa_user"));
    }

}
