package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SqlPropertiesTest {

    @Test
    void waitsLongerForAStatementThanForALockOfMariaDb() {
        assertThat(bind(Map.of())).isEqualTo(new SqlProperties(Duration.ofSeconds(5), Duration.ofMinutes(5)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of("connect-timeout", "2s", "read-timeout", "0s")))
            .isEqualTo(new SqlProperties(Duration.ofSeconds(2), Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({ "connect-timeout, 0s, monitoring.sql.connect-timeout: PT0S (expected: >= 1s)",
            "read-timeout, 20ms, 'monitoring.sql.read-timeout: PT0.02S (expected: >= 1s, or 0s for ever)'",
            "read-timeout, -1s, 'monitoring.sql.read-timeout: PT-1S (expected: >= 1s, or 0s for ever)'" })
    void refusesWhatNoDriverCanDo(String key, String value, String message) {
        assertThatException().isThrownBy(() -> bind(Map.of(key, value))).havingRootCause().withMessage(message);
    }

    private static SqlProperties bind(Map<String, String> keys) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        keys.forEach((key, value) -> source.put("monitoring.sql." + key, value));
        return new Binder(source).bindOrCreate("monitoring.sql", SqlProperties.class);
    }

}
