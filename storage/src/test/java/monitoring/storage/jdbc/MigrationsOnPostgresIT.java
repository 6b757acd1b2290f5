package monitoring.storage.jdbc;

import monitoring.localservers.Database;
import monitoring.localservers.PostgresExtension;

import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsOnPostgresIT extends MigrationsContract {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Override
    Database newDatabase() {
        return postgres.newDatabase();
    }

}
