package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class the PostgreSQL that all test classes of the JVM share. */
public final class PostgresExtension implements BeforeAllCallback {

    private static final SharedServer<PostgresServer> shared = new SharedServer<>("PostgreSQL",
            PostgresServer::isInstalled, (folder) -> PostgresServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public PostgresServer server() {
        return shared.get();
    }

    /** An empty database of the caller. */
    public Database newDatabase() {
        return server().newDatabase();
    }

}
