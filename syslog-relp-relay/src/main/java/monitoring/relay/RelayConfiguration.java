package monitoring.relay;

import java.time.Clock;

import monitoring.relay.index.BackOff;
import monitoring.relay.index.IndexProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/**
 * The way of a message: an input and an output, as {@code relay.input} and output say.
 */
@Configuration(proxyBeanMethods = false)
@Import({ RelayProperties.class, ElasticsearchOutputConfiguration.class, KafkaOutputConfiguration.class,
        SyslogInputConfiguration.class, KafkaInputConfiguration.class })
class RelayConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One for each who pauses: each is stopped with its owner. */
    @Bean(destroyMethod = "")
    @Scope("prototype")
    BackOff backOff(IndexProperties properties) {
        return new BackOff(properties);
    }

}
