package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the Elasticsearch that all test classes of the JVM share; take an
 * index of your own.
 */
public final class ElasticsearchExtension implements BeforeAllCallback {

    private static final SharedServer<ElasticsearchServer> shared = new SharedServer<>("Elasticsearch",
            ElasticsearchServer::isBuilt, (folder) -> ElasticsearchServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public ElasticsearchServer server() {
        return shared.get();
    }

    public String url() {
        return server().url();
    }

}
