package monitoring.storage.jdbc;

import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlStoresOnAdoptedSchemaIT extends SqlStoresContract {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    private static SqlStores stores;

    @BeforeAll
    static void adopt() {
        Database database = mariaDb.newDatabase();
        PaasTaSchema.create(database);
        stores = SqlStores.at(database);
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
