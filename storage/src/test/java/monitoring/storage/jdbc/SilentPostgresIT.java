package monitoring.storage.jdbc;

import monitoring.localservers.Database;
import monitoring.localservers.PostgresExtension;

import org.junit.jupiter.api.extension.RegisterExtension;

class SilentPostgresIT extends SilentServerContract {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Override
    Database newDatabase() {
        return postgres.newDatabase();
    }

    @Override
    String sleep() {
        return "select pg_sleep(2)";
    }

    @Override
    String ownTimeout() {
        return "?socketTimeout=20";
    }

}
