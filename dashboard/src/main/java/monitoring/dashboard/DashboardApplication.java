package monitoring.dashboard;

import java.util.List;

import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.jdbc.JdbcConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the dashboard. */
@SpringBootApplication
@Import({ JdbcConfiguration.class, InfluxConfiguration.class, ElasticsearchConfiguration.class })
public class DashboardApplication {

    /** Runs until it is stopped; with {@code --check}, only checks the configuration. */
    public static void main(String[] args) {
        if (List.of(args).contains("--check")) {
            System.exit(ConfigurationCheck.run(args));
        }
        SpringApplication.run(DashboardApplication.class, args);
    }

}
