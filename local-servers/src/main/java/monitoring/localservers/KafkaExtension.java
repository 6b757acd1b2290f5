package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the Kafka broker that all test classes of the JVM share; take a
 * topic of your own.
 */
public final class KafkaExtension implements BeforeAllCallback {

    private static final SharedServer<KafkaServer> shared = new SharedServer<>("Kafka", KafkaServer::isBuilt,
            (folder) -> KafkaServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public KafkaServer server() {
        return shared.get();
    }

}
