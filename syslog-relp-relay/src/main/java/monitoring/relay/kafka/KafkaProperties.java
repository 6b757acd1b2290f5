package monitoring.relay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic between relays and indexers.
 *
 * @param bootstrapServers brokers to ask first, {@code host:port}
 * @param topic name of the topic; it must exist, or the brokers make it
 * @param group name of the indexers that share the topic
 * @param timeout how long a broker may take to answer
 * @param client further keys of Kafka's clients, such as {@code security.protocol}; what
 * makes them lose or repeat messages cannot be set
 */
@ConfigurationProperties("relay.kafka")
public record KafkaProperties(@DefaultValue("127.0.0.1:9092") List<String> bootstrapServers,
        @DefaultValue("logs") String topic, @DefaultValue("syslog-relp-relay") String group,
        @DefaultValue("30s") Duration timeout, @DefaultValue Map<String, String> client) {

    public KafkaProperties {
        bootstrapServers = List.copyOf(bootstrapServers);
        client = Map.copyOf(client);
        require(!bootstrapServers.isEmpty(), "bootstrap-servers", "none", "host:port");
        for (String server : bootstrapServers) {
            require(server.matches("\\S+:\\d{1,5}"), "bootstrap-servers", server, "host:port");
        }
        require(topic.matches("[a-zA-Z0-9._-]{1,249}"), "topic", topic, "1..249 letters, digits, dots, _ and -");
        require(!group.isBlank(), "group", group, "a name");
        require(timeout.toMillis() >= 100, "timeout", timeout, ">= 100ms");
    }

    @Override
    public String toString() {
        // the further keys may hold a password
        return "topic " + this.topic + " at " + this.bootstrapServers;
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.kafka." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
