package monitoring.storage.jdbc;

import java.util.List;

import monitoring.storage.account.SavedFilter;
import monitoring.storage.account.SavedFilterStore;

/** Keeps filters in {@code saved_filters}. */
final class JdbcSavedFilterStore implements SavedFilterStore {

    private final Database database;

    JdbcSavedFilterStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedFilter> list(String account, String page) {
        return this.database.sql("select * from saved_filters where account_name = ? and page = ? order by filter_name")
            .param(account)
            .param(page)
            .query((row, number) -> new SavedFilter(row.getString("id"), row.getString("account_name"),
                    row.getString("page"), row.getString("filter_name"), row.getString("query")))
            .list();
    }

    @Override
    public void save(SavedFilter filter) {
        this.database.together(() -> {
            this.database.sql("delete from saved_filters where account_name = ? and page = ? and filter_name = ?")
                .param(filter.account())
                .param(filter.page())
                .param(filter.name())
                .update();
            return this.database.insert("saved_filters",
                    new Row().with("account_name", filter.account())
                        .with("page", filter.page())
                        .with("filter_name", filter.name())
                        .with("query", filter.query()),
                    "id");
        });
    }

    @Override
    public void delete(String account, String id) {
        Database.number(id)
            .ifPresent((number) -> this.database.sql("delete from saved_filters where account_name = ? and id = ?")
                .param(account)
                .param(number)
                .update());
    }

}
