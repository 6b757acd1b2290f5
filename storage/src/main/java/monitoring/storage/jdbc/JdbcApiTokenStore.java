package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.ApiTokenStore;

/** Keeps the tokens of programs. */
final class JdbcApiTokenStore implements ApiTokenStore {

    private final Database database;

    JdbcApiTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ApiToken> ofAccount(String account) {
        return this.database.sql("select * from api_tokens where account_name = ? order by created_at desc, token_id")
            .param(account)
            .query(JdbcApiTokenStore::token)
            .list();
    }

    @Override
    public Optional<ApiToken> find(String id) {
        return this.database.sql("select * from api_tokens where token_id = ? and suspended_at is null")
            .param(id)
            .query(JdbcApiTokenStore::token)
            .optional();
    }

    @Override
    public void append(ApiToken token) {
        Row row = new Row().with("token_id", token.id())
            .with("account_name", token.account())
            .withText("token_name", token.name(), 100)
            .with("token_hash", token.hash())
            .with("token_scope", token.scope().name())
            .withMicros("created_at", token.createdAt())
            .withMicros("expires_at", token.expiresAt())
            .withMicros("used_at", token.usedAt());
        this.database.insertIfAbsent("api_tokens", row);
    }

    @Override
    public void used(String id, Instant at) {
        this.database.update("api_tokens", new Row().withMicros("used_at", at), "token_id", id);
    }

    @Override
    public void delete(String id) {
        this.database.delete("api_tokens", "token_id", id);
    }

    @Override
    public int suspend(String account, Instant at) {
        return this.database
            .sql("update api_tokens set suspended_at = ? where account_name = ? and suspended_at is null")
            .params(Times.micros(at), account)
            .update();
    }

    @Override
    public int resume(String account) {
        return this.database
            .sql("update api_tokens set suspended_at = null where account_name = ? and suspended_at is not null")
            .param(account)
            .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(row.getString("token_id"), row.getString("account_name"), row.getString("token_name"),
                row.getString("token_hash"), ApiScope.valueOf(row.getString("token_scope")),
                Times.required(row, "created_at"), Times.required(row, "expires_at"), Times.optional(row, "used_at"));
    }

}
