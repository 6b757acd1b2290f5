package monitoring.storage.jdbc;

import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import monitoring.localservers.Database;
import monitoring.localservers.Line;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** An SQL server from which nothing comes any more, though its connections stay open. */
abstract class SilentServerContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    abstract Database newDatabase();

    /** A statement of two seconds. */
    abstract String sleep();

    /** What an address says for twenty seconds. */
    abstract String ownTimeout();

    @Test
    void waitsNoLongerThanItsKeySays() {
        Database database = newDatabase();
        try (Line line = Line.to(URI.create(database.url().substring("jdbc:".length())).getPort());
                ConfigurableApplicationContext program = program(through(line, database), database)) {
            JdbcTemplate sql = program.getBean(JdbcTemplate.class);
            assertTimeoutPreemptively(LONG, () -> sql.execute((Connection connection) -> {
                JdbcTemplate within = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
                count(within);
                line.silence();
                assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> count(within));
                return connection;
            }));
            line.mend();
            assertThat(assertTimeoutPreemptively(LONG, () -> count(sql))).isEqualTo(9);
        }
    }

    @Test
    void handsOutNoConnectionThatFellSilent() {
        Database database = newDatabase();
        try (Line line = Line.to(URI.create(database.url().substring("jdbc:".length())).getPort());
                ConfigurableApplicationContext program = program(through(line, database), database)) {
            JdbcTemplate sql = program.getBean(JdbcTemplate.class);
            count(sql);
            line.silence();
            assertTimeoutPreemptively(LONG,
                    () -> assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> count(sql)));
            line.mend();
            assertThat(assertTimeoutPreemptively(LONG, () -> count(sql))).isEqualTo(9);
        }
    }

    @Test
    void lastsAsLongAsItsOwnAddressSays() {
        Database database = newDatabase();
        try (ConfigurableApplicationContext program = program(database.url() + ownTimeout(), database)) {
            assertThat(program.getBean(JdbcTemplate.class).queryForList(sleep())).hasSize(1);
        }
        try (ConfigurableApplicationContext program = program(database.url(), database)) {
            JdbcTemplate sql = program.getBean(JdbcTemplate.class);
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sql.queryForList(sleep()));
        }
    }

    @Test
    void waitsForMigrationsAndForThemAlone() throws Exception {
        Database database = newDatabase();
        try (ConfigurableApplicationContext program = program(database.url(), database)) {
            DataSource source = program.getBean(DataSource.class);
            try (Connection connection = new PatientConnections(source).getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.execute(sleep())).isTrue();
            }
            JdbcTemplate sql = new JdbcTemplate(source);
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sql.queryForList(sleep()));
        }
    }

    private static Integer count(JdbcTemplate sql) {
        return sql.queryForObject("select count(*) from alarm_policies", Integer.class);
    }

    private static String through(Line line, Database database) {
        return database.url().replaceFirst(":[0-9]+/", ":" + line.port() + "/");
    }

    private static ConfigurableApplicationContext program(String url, Database database) {
        return new SpringApplicationBuilder(JdbcConfigurationTest.Program.class).web(WebApplicationType.NONE)
            .run(List.of("spring.main.banner-mode=off", "spring.datasource.url=" + url,
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password(), "spring.datasource.hikari.maximum-pool-size=3",
                    "spring.datasource.hikari.connection-timeout=2000",
                    "spring.datasource.hikari.validation-timeout=1000", "monitoring.sql.read-timeout=1s")
                .stream()
                .map((key) -> "--" + key)
                .toArray(String[]::new));
    }

}
