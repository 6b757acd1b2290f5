package monitoring.relay;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.index.BackOff;
import monitoring.relay.kafka.KafkaProperties;
import monitoring.relay.kafka.TopicWriter;
import monitoring.relay.relp.RelpProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes messages as they are, for indexers elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "relay.output", havingValue = "kafka")
class KafkaOutputConfiguration {

    /** A block is a record, and brokers take 1 MB. */
    private static final int MAX_FRAME = 512 * 1024;

    @Bean
    TopicWriter topicWriter(KafkaProperties properties, RelpProperties relp, BackOff backOff, MeterRegistry registry) {
        if (relp.maxFrameSize().toBytes() > MAX_FRAME) {
            throw new IllegalArgumentException("relay.relp.max-frame-size: " + relp.maxFrameSize()
                    + " (expected: at most 512KB, for relay.output is kafka)");
        }
        return new TopicWriter(properties, backOff, registry);
    }

    /** Whether the last messages were taken. */
    @Bean
    HealthIndicator topicHealthIndicator(TopicWriter writer) {
        return () -> (writer.trouble().isEmpty() ? Health.up() : Health.down()).withDetail("trouble", writer.trouble())
            .build();
    }

}
