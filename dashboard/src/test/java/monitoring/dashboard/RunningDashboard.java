package monitoring.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole dashboard on a database of its own in memory, with nobody listening where
 * InfluxDB and Elasticsearch are expected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:dashboard;DB_CLOSE_DELAY=-1",
        "dashboard.first-password=correct horse", "monitoring.influx.url=http://127.0.0.1:1",
        "monitoring.elasticsearch.url=http://127.0.0.1:1", "dashboard.inventory.refresh=0s",
        // a test asks when it is its turn
        "dashboard.ask-ahead=false" })
public @interface RunningDashboard {

}
