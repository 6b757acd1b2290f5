package monitoring.localservers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Elasticsearch 7.17 node in a JVM of its own, on loopback. Its jars are those of
 * the module elasticsearch-node.
 */
public final class ElasticsearchServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    /** Megabytes that are enough for a demo and for tests. */
    public static final int DEFAULT_HEAP = 512;

    private static final NodeModule NODE = new NodeModule("Elasticsearch", "elasticsearch-node");

    private static final String MAIN = "monitoring.localservers.elasticsearch.ElasticsearchNode";

    private final Child child;

    private final int port;

    private ElasticsearchServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Whether the node's class path stands beside this module, as the build leaves it.
     */
    public static boolean isBuilt() {
        return NODE.isBuilt();
    }

    /**
     * Starts a node and returns when it can be written to; with port 0 on a free port.
     * Finds what the folder already has.
     */
    public static ElasticsearchServer start(Path home, int port) {
        ElasticsearchServer server = launch(home, port, DEFAULT_HEAP, home.resolve("elasticsearch.log"));
        server.child.awaitOrClose(server::isReady, START_LIMIT);
        return server;
    }

    /** Starts a node and does not wait until it answers. */
    public static ElasticsearchServer launch(Path home, int port, int heapMegabytes, Path log) {
        int free = FreePort.require("Elasticsearch", port);
        return new ElasticsearchServer(
                Child.start(new Child.Spec("elasticsearch", command(home, free, heapMegabytes), log)), free);
    }

    /** Whether it can be written to. */
    public boolean isReady() {
        return HttpProbe.answers(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    }

    private static List<String> command(Path home, int port, int heapMegabytes) {
        String heap = heapMegabytes + "m";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command
            .addAll(List.of("-Dlog4j2.disable.jmx=true", "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        command.addAll(List.of("-cp", NODE.classPath(), MAIN));
        command.addAll(List.of(home.toAbsolutePath().toString(), String.valueOf(port)));
        return command;
    }

    public String url() {
        return "http://127.0.0.1:" + this.port;
    }

    public int port() {
        return this.port;
    }

    public Child child() {
        return this.child;
    }

    @Override
    public void close() {
        this.child.close();
    }

    @Override
    public String toString() {
        return "Elasticsearch at " + url();
    }

}
