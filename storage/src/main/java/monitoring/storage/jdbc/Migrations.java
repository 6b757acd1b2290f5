package monitoring.storage.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Makes the tables, or adds to a schema of PaaS-TA what it lacks. Each migration can run
 * on a schema that has its tables already: so an adopted schema goes the same way as an
 * empty one.
 */
final class Migrations implements FlywayConfigurationCustomizer, FlywayMigrationStrategy {

    /**
     * Programs that start together: Flyway locks its history, but two that do not see one
     * yet both make it, and H2 waits for a lock two seconds only. Whoever comes second
     * looks again.
     */
    private static final RetryPolicy SECOND_COMER = RetryPolicy.builder()
        .maxRetries(20)
        .delay(Duration.ofMillis(250))
        .jitter(Duration.ofMillis(100))
        .predicate((ex) -> !(ex instanceof FlywayValidateException || ex instanceof FlywayMigrateException
                || ex instanceof FlywaySqlUnableToConnectToDbException))
        .build();

    private final Dialect dialect;

    Migrations(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.locations(this.dialect.migrations().toArray(String[]::new))
            .placeholders(this.dialect.placeholders())
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .baselineDescription("tables that were there")
            // an SQL server that is down is waited for, some five minutes
            .connectRetries(35)
            .connectRetriesInterval(10);
        DataSource source = configuration.getDataSource();
        if (source != null && this.dialect != Dialect.H2) {
            configuration.dataSource(new PatientConnections(source));
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        new RetryTemplate(SECOND_COMER).invoke(() -> {
            flyway.migrate();
        });
    }

}
