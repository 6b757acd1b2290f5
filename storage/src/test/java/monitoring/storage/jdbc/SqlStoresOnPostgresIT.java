package monitoring.storage.jdbc;

import monitoring.localservers.PostgresExtension;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlStoresOnPostgresIT extends SqlStoresContract {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static SqlStores stores;

    @BeforeAll
    static void migrate() {
        stores = SqlStores.at(postgres.newDatabase());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Override
    SqlStores stores() {
        return stores;
    }

}
