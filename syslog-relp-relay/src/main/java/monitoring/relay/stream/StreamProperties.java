package monitoring.relay.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the relay listens for syslog without RELP. None of these ports promises anything:
 * a sender cannot know what was kept. They are off unless a port is given.
 *
 * @param host address to listen on
 * @param tcpPort port for TCP, such as 5514; -1 for none
 * @param tlsPort port for TLS, such as 6514; -1 for none; needs relay.tls.certificate
 * @param udpPort port for UDP, such as 5514; -1 for none
 * @param maxMessageSize longest message; more is cut off
 * @param maxConnections most connections at one time
 * @param idleTimeout a connection that sends nothing for so long is closed
 */
@ConfigurationProperties("relay.stream")
public record StreamProperties(@DefaultValue("0.0.0.0") String host, @DefaultValue("-1") int tcpPort,
        @DefaultValue("-1") int tlsPort, @DefaultValue("-1") int udpPort,
        @DefaultValue("128KB") DataSize maxMessageSize, @DefaultValue("10000") int maxConnections,
        @DefaultValue("1h") Duration idleTimeout) {

    public StreamProperties {
        port("tcp-port", tcpPort);
        port("tls-port", tlsPort);
        port("udp-port", udpPort);
        require(maxMessageSize.toBytes() >= 480 && maxMessageSize.toBytes() <= 2 * 1024 * 1024, "max-message-size",
                maxMessageSize, "480B..2MB");
        require(maxConnections >= 1, "max-connections", maxConnections, ">= 1");
        require(idleTimeout.toSeconds() >= 1, "idle-timeout", idleTimeout, ">= 1s");
    }

    private static void port(String key, int port) {
        require(port >= -1 && port <= 65535, key, port, "-1..65535");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.stream." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
