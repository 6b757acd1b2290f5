package monitoring.storage.jdbc;

import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;

/**
 * Makes the tables, or adds to a schema of PaaS-TA what it lacks. Each migration can run
 * on a schema that has its tables already: so an adopted schema goes the same way as an
 * empty one.
 */
final class Migrations implements FlywayConfigurationCustomizer {

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
    }

}
