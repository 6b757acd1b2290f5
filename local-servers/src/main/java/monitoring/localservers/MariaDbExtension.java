package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class the MariaDB that all test classes of the JVM share. */
public final class MariaDbExtension implements BeforeAllCallback {

    private static final SharedServer<MariaDbServer> shared = new SharedServer<>("MariaDB", MariaDbServer::isInstalled,
            (folder) -> MariaDbServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public MariaDbServer server() {
        return shared.get();
    }

    /** An empty database of the caller. */
    public Database newDatabase() {
        return server().newDatabase();
    }

}
