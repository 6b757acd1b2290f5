package monitoring.batch.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What the start waits for: SQL, because nothing can be decided without it; and what it
 * does not wait for: InfluxDB, which may come later.
 */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(StartConfiguration.class);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    @Bean
    static BeanPostProcessor databaseIsThere(Environment environment) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource source) {
                    await(source, environment.getProperty("spring.datasource.url", ""));
                }
                return bean;
            }

        };
    }

    @Bean
    ApplicationRunner metricDatabasesAreThere(MetricStore metrics) {
        return (arguments) -> {
            try {
                metrics.prepare();
            }
            catch (MetricStoreException ex) {
                logger.warn("Databases not prepared; whoever writes first makes them: {}", ex.getMessage());
            }
        };
    }

    private static void await(DataSource source, String url) {
        String told = "";
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = source.getConnection()) {
                if (!told.isEmpty()) {
                    logger.info("spring.datasource.url: {} answers now", connection.getMetaData().getURL());
                }
                return;
            }
            catch (SQLException ex) {
                String why = String.valueOf(ex.getMessage());
                if (!told.equals(why)) {
                    logger.error("spring.datasource.url: {} does not answer (expected: H2, MariaDB or PostgreSQL; "
                            + "is it up, and are URL, username and password right?); the start waits for it: {}", url,
                            why);
                    told = why;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

}
