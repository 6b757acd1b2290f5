package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class the Redis that all test classes of the JVM share. */
public final class RedisExtension implements BeforeAllCallback {

    private static final SharedServer<RedisServer> shared = new SharedServer<>("Redis", RedisServer::isInstalled,
            (folder) -> RedisServer.start(folder, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
    }

    public RedisServer server() {
        return shared.get();
    }

}
