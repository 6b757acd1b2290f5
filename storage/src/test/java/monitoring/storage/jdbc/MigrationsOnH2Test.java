package monitoring.storage.jdbc;

import java.nio.file.Path;
import java.util.UUID;

import monitoring.localservers.Database;

import org.junit.jupiter.api.io.TempDir;

class MigrationsOnH2Test extends MigrationsContract {

    @TempDir
    private Path folder;

    @Override
    Database newDatabase() {
        return new Database("jdbc:h2:file:" + this.folder.resolve(UUID.randomUUID().toString()) + ";AUTO_SERVER=TRUE",
                "sa", "");
    }

}
