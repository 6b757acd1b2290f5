package monitoring.storage.jdbc;

import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;

import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsOnMariaDbIT extends MigrationsContract {

    @RegisterExtension
    static final MariaDbExtension mariaDb = new MariaDbExtension();

    @Override
    Database newDatabase() {
        return mariaDb.newDatabase();
    }

}
