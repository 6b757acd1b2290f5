package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the InfluxDB that all test classes of the JVM share; take a database
 * of your own.
 */
public final class InfluxExtension implements BeforeAllCallback {

    private static final SharedServer<InfluxServer> shared = new SharedServer<>("InfluxDB", InfluxServer::isInstalled,
            (folder) -> InfluxServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public InfluxServer server() {
        return shared.get();
    }

    public String url() {
        return server().url();
    }

}
