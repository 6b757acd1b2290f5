package monitoring.dashboard;

import monitoring.storage.jdbc.SqlAddress;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ConfigurationCheckTest {

    @Test
    void takesTheDefaults() {
        assertThat(ConfigurationCheck.run(new String[] { "--check" })).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "dashboard.login.attempts,0", "dashboard.zone,Asia/Soul", "dashboard.inventory.refresh,often",
            "monitoring.influx.url,influx:8086", "monitoring.elasticsearch.url,10.0.0.1", "server.port,70000",
            "spring.datasource.url,mariadb://10.0.0.1/monitoring" })
    void refusesAWrongValueInOneLineWithKeyAndValue(String key, String value, CapturedOutput output) {
        assertThat(ConfigurationCheck.run(new String[] { "--check", "--" + key + "=" + value })).isOne();
        assertThat(output.toString().lines().filter((line) -> line.contains("(expected: "))).singleElement()
            .asString()
            .contains(key + ": " + value);
    }

    /** In the words of a start. */
    @ParameterizedTest
    @ValueSource(strings = { "mariadb://10.0.0.1/monitoring", "jdbc:mysql://10.0.0.1/monitoring" })
    void refusesTheAddressOfAServerThatTheStoresDoNotKnow(String url, CapturedOutput output) {
        String words = Assertions.catchThrowable(() -> new SqlAddress(url)).getMessage();
        assertThat(ConfigurationCheck.run(new String[] { "--check", "--spring.datasource.url=" + url })).isOne();
        assertThat(output.toString().lines().filter((line) -> line.contains("(expected: "))).singleElement()
            .asString()
            .endsWith(words);
    }

}
