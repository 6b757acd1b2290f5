package monitoring.storage.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SqlStoresOnH2Test extends SqlStoresContract {

    private static SqlStores stores;

    @BeforeAll
    static void migrate() {
        stores = SqlStores.onH2();
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
