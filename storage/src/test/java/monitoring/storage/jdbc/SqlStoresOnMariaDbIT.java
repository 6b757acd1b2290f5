package monitoring.storage.jdbc;

import monitoring.localservers.MariaDbExtension;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlStoresOnMariaDbIT extends SqlStoresContract {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    private static SqlStores stores;

    @BeforeAll
    static void migrate() {
        stores = SqlStores.at(mariaDb.newDatabase());
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
