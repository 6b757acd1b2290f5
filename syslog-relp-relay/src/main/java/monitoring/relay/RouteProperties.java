package monitoring.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages come from and where they go.
 *
 * @param input syslog for a relay that listens; kafka for an indexer that reads what
 * relays have published
 * @param output elasticsearch, or kafka for a relay that leaves the indexing to others
 */
@ConfigurationProperties("relay")
record RouteProperties(@DefaultValue("syslog") Input input, @DefaultValue("elasticsearch") Output output) {

    RouteProperties {
        if (input == Input.KAFKA && output == Output.KAFKA) {
            throw new IllegalArgumentException(
                    "relay.output: kafka (expected: elasticsearch, for relay.input is kafka)");
        }
    }

    /** Where messages come from. */
    enum Input {

        SYSLOG, KAFKA

    }

    /** Where messages go. */
    enum Output {

        ELASTICSEARCH, KAFKA

    }

}
