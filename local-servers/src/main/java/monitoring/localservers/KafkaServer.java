package monitoring.localservers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Kafka broker in a JVM of its own, on loopback; it makes topics when they are
 * first used. Its jars are those of the module kafka-node.
 */
public final class KafkaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private static final NodeModule NODE = new NodeModule("Kafka", "kafka-node");

    private static final String MAIN = "monitoring.localservers.kafka.KafkaNode";

    private final Child child;

    private final int port;

    private KafkaServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Whether the broker's class path stands beside this module, as the build leaves it.
     */
    public static boolean isBuilt() {
        return NODE.isBuilt();
    }

    /**
     * Starts a broker and returns when it takes connections; with port 0 on a free port.
     * Finds what the folder already has.
     */
    public static KafkaServer start(Path home, int port) {
        int free = FreePort.require("Kafka", port);
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", NODE.classPath(), MAIN,
                home.toAbsolutePath().toString(), String.valueOf(free), String.valueOf(FreePort.find()));
        KafkaServer server = new KafkaServer(Child.start(new Child.Spec("kafka", command, home.resolve("kafka.log"))),
                free);
        server.child.awaitOrClose(server::isListening, START_LIMIT);
        return server;
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", this.port), 200);
            return true;
        }
        catch (IOException ex) {
            return false;
        }
    }

    public String bootstrapServer() {
        return "127.0.0.1:" + this.port;
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
        return "Kafka at " + bootstrapServer();
    }

}
