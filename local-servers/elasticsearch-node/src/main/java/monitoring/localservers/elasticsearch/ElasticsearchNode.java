package monitoring.localservers.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.mapper.MapperExtrasPlugin;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.reindex.ReindexPlugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * Runs one Elasticsearch node on loopback until it is told to stop. Arguments: home
 * folder and HTTP port.
 */
public final class ElasticsearchNode {

    private static final String NAME = "local";

    private ElasticsearchNode() {
    }

    public static void main(String[] args) throws IOException, NodeValidationException, InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException("arguments: " + args.length + " (expected: home folder, HTTP port)");
        }
        Path home = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(home.resolve("config"));
        LogConfigurator.registerErrorListener();
        Node node = new EmbeddedNode(environment(home, args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop"));
        node.start();
        new CountDownLatch(1).await(); // all threads of a node are daemons
    }

    private static Environment environment(Path home, String httpPort) {
        Settings settings = Settings.builder()
            .put("path.home", home.toString())
            .put("path.data", home.resolve("data").toString())
            .put("cluster.name", NAME)
            .put("node.name", NAME)
            .put("network.host", "127.0.0.1")
            .put("http.port", httpPort)
            // nobody joins this node, so nobody needs to know where it would listen for
            // others
            .put("transport.port", "0")
            .put("discovery.type", "single-node")
            // a full disk of a developer's machine must not make the indices read-only
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            // its collector leaves garbage until the heap is full: counted as used, that
            // would have requests refused (429) at any load
            .put("indices.breaker.total.use_real_memory", false)
            .build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NAME);
    }

    private static void close(Node node) {
        try {
            node.close();
        }
        catch (IOException ex) {
            System.err.println("Elasticsearch did not stop cleanly: " + ex);
        }
    }

    /** Opens the constructor that takes plugins from the class path. */
    private static final class EmbeddedNode extends Node {

        EmbeddedNode(Environment environment) {
            super(environment, List.of(Netty4Plugin.class, ReindexPlugin.class, MapperExtrasPlugin.class), false);
        }

    }

}
