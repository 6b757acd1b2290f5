package monitoring.dashboard;

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

    public static void main(String[] args) {
        SpringApplication.run(DashboardApplication.class, args);
    }

}
