package monitoring.storage.jdbc;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SqlAddressTest {

    private static final String EXPECTED = " (expected: jdbc:h2:…, jdbc:mariadb:… or jdbc:postgresql:…)";

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:h2:file:./data/monitoring;AUTO_SERVER=TRUE", "jdbc:mariadb://a,b/PaastaMonitoring",
            "jdbc:postgresql://db/monitoring?ssl=true" })
    void takesWhatTheStoresKnow(String url) {
        assertThatCode(() -> new SqlAddress(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({ "jdbc:mysql://db/m?password=geheim, jdbc:mysql://db/m", "mariadb://kim:geh/eim@db/m, mariadb:…",
            "mariadb:kim:geheim@db/m, mariadb:…", "'jdbc:mysql://db/m?password=ge@eim', jdbc:mysql:…",
            "'jdbc:sqlserver://db;password=geheim', jdbc:sqlserver://db", "db:3306, db:3306", "'', ''" })
    void refusesAnyOtherWithoutItsPassword(String url, String said) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SqlAddress(url))
            .withMessage("spring.datasource.url: " + said + EXPECTED);
    }

    /** In the same words, before the pool misses a driver. */
    @Test
    void endsTheStartOfAProgram() {
        new ApplicationContextRunner().withUserConfiguration(JdbcConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:mysql://db:3306/PaastaMonitoring")
            .run((program) -> assertThat(program).getFailure()
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spring.datasource.url: jdbc:mysql://db:3306/PaastaMonitoring" + EXPECTED));
    }

}
