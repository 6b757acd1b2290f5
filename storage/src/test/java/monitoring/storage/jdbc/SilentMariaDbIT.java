package monitoring.storage.jdbc;

import monitoring.localservers.Database;
import monitoring.localservers.MariaDbExtension;

import org.junit.jupiter.api.extension.RegisterExtension;

class SilentMariaDbIT extends SilentServerContract {

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    @Override
    Database newDatabase() {
        return mariadb.newDatabase();
    }

    @Override
    String sleep() {
        return "select sleep(2)";
    }

    @Override
    String ownTimeout() {
        return "?socketTimeout=20000";
    }

}
