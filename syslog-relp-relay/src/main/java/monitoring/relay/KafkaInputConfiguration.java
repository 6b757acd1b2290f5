package monitoring.relay;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.index.BackOff;
import monitoring.relay.index.Output;
import monitoring.relay.kafka.KafkaProperties;
import monitoring.relay.kafka.TopicReader;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what relays have published. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "relay.input", havingValue = "kafka")
class KafkaInputConfiguration {

    @Bean
    TopicReader topicReader(KafkaProperties properties, Output output, BackOff backOff, MeterRegistry registry) {
        return new TopicReader(properties, output, backOff, registry);
    }

    /** Whether the brokers answer. */
    @Bean
    HealthIndicator readingHealthIndicator(TopicReader reader) {
        return () -> (reader.trouble().isEmpty() ? Health.up() : Health.down()).withDetail("trouble", reader.trouble())
            .build();
    }

}
