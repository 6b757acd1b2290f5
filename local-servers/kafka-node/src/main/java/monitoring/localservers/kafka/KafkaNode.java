package monitoring.localservers.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs one Kafka broker that is its own controller on loopback until it is told to stop.
 * Arguments: home folder, port and port of the controller.
 */
public final class KafkaNode {

    private KafkaNode() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "arguments: " + args.length + " (expected: home folder, port, controller's port)");
        }
        Path home = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        Path configuration = home.resolve("server.properties");
        Files.write(configuration, properties(home, args[1], args[2]));
        format(home, configuration);
        Kafka.main(new String[] { configuration.toString() });
    }

    private static void format(Path home, Path configuration) {
        if (Files.exists(home.resolve("data/meta.properties"))) {
            return;
        }
        String[] arguments = { "format", "--config", configuration.toString(), "--cluster-id",
                Uuid.randomUuid().toString() };
        if (StorageTool.execute(arguments, System.out) != 0) {
            throw new IllegalStateException("Cannot format " + home);
        }
    }

    private static List<String> properties(Path home, String port, String controllerPort) {
        return List.of("process.roles=broker,controller", "node.id=1", "log.dirs=" + home.resolve("data"),
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort, "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "offsets.topic.replication.factor=1", "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1", "transaction.state.log.min.isr=1",
                "group.initial.rebalance.delay.ms=0", "num.partitions=4");
    }

}
