package monitoring.dashboard.inventory;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What states are derived with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InventoryProperties.class)
class InventoryConfiguration {

    @Bean
    Foundations.Environment foundationEnvironment(InventoryProperties properties, Clock clock) {
        return new Foundations.Environment(properties, clock);
    }

}
