package monitoring.batch;

import java.time.Clock;
import java.util.List;

import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.jdbc.JdbcConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The batch program. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({ InfluxConfiguration.class, ElasticsearchConfiguration.class, JdbcConfiguration.class })
public class BatchApplication {

    /** Runs until it is stopped; with {@code --check}, only checks the configuration. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--check")) {
            System.exit(ConfigurationCheck.run(arguments));
        }
        SpringApplication.run(BatchApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

}
