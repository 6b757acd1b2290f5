package monitoring.storage.influxdb;

import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.MetricStore;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the metric store on InfluxDB. Also without Spring: its annotations are ignored
 * where Spring is not on the class path.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InfluxProperties.class)
public class InfluxConfiguration {

    /** A store that asks nothing of the server until it is used. */
    @Bean
    public MetricStore metricStore(InfluxProperties properties) {
        return new InfluxMetricStore(properties);
    }

    /** Rollups of the same server; they ask nothing of it until they are used. */
    @Bean
    public MetricRollups metricRollups(InfluxProperties properties) {
        return new InfluxRollups(properties);
    }

}
