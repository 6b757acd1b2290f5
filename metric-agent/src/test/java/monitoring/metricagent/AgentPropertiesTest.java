package monitoring.metricagent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AgentPropertiesTest {

    @TempDir
    Path folder;

    @Test
    void hasTheDefaultsThatItsFileShows() throws Exception {
        Path shown = Path.of(AgentProperties.class.getResource("/metric-agent.yml").toURI());
        assertThat(AgentProperties.from(Keys.read(shown, Map.of())))
            .isEqualTo(AgentProperties.from(Keys.read(null, Map.of())));
    }

    @Test
    void knowsWhichInstanceItIs() throws IOException {
        Path spec = this.folder.resolve("spec.json");
        Files.writeString(spec, """
                {"deployment":"paasta","job":{"name":"diego-cell"},"name":"diego-cell","index":2,
                 "id":"83bd66e5-3fdf-44b7-bdd6-508deae7c786","az":"z1",
                 "networks":{"default":{"type":"manual","ip":"10.0.1.17"}}}""");
        AgentProperties properties = from("METRICAGENT_BOSHSPEC", spec.toString());
        assertThat(properties.identity().tags()).isEqualTo(Map.of("origin", "diego-cell", "id",
                "83bd66e5-3fdf-44b7-bdd6-508deae7c786", "ip", "10.0.1.17", "index", "2", "deployment", "paasta"));
    }

    @Test
    void takesTheEnvironmentBeforeTheFile() throws IOException {
        Path file = this.folder.resolve("agent.yml");
        Files.writeString(file, "metric-agent:\n  interval: 10s\n  kind: bosh\n");
        AgentProperties properties = AgentProperties.from(Keys.read(file, Map.of("METRICAGENT_INTERVAL", "5s",
                "MONITORING_INFLUX_URL", "https://influx:8086", "METRICAGENT_IDENTITY_ORIGIN", "micro-bosh")));
        assertThat(properties.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.kind()).isEqualTo(AgentProperties.Kind.BOSH);
        assertThat(properties.identity().origin()).isEqualTo("micro-bosh");
        assertThat(properties.influx()).hasToString("InfluxDB at https://influx:8086");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    METRICAGENT_INTERVAL | fast | metric-agent.interval: fast (expected: 30s, 5m or PT30S, 1s..3600s)
                    METRICAGENT_INTERVAL | 0s | metric-agent.interval: 0s (expected: 30s, 5m or PT30S, 1s..3600s)
                    METRICAGENT_PROCESSES | -1 | metric-agent.processes: -1 (expected: 0..1000)
                    METRICAGENT_KIND | cell | metric-agent.kind: cell (expected: one of [vm, bosh])
                    METRICAGENT_MANAGEMENT_PORT | 70000 | metric-agent.management.port: 70000 (expected: 0..65535)
                    METRICAGENT_CONTAINER_SOURCE | programs | metric-agent.container.programs: none (expected: a file, as source is programs)
                    METRICAGENT_IDENTITY_IP | '' | metric-agent.identity.ip: blank (expected: who this VM is, or a BOSH agent that says so)
                    MONITORING_INFLUX_URL | influx:8086 | monitoring.influx.url: influx:8086 (expected: http(s)://host:port)
                    """)
    void namesTheKeyOfAWrongValue(String variable, String value, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(variable, value)).withMessage(message);
    }

    @Test
    void refusesAMisspeltKey() throws IOException {
        Path file = this.folder.resolve("agent.yml");
        Files.writeString(file, "metric-agent:\n  intervall: 10s\n");
        assertThatIllegalArgumentException().isThrownBy(() -> AgentProperties.from(Keys.read(file, Map.of())))
            .withMessageStartingWith("metric-agent.intervall: unknown (expected: one of [metric-agent.");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path file = this.folder.resolve("agent.yml");
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.read(file, Map.of()))
            .withMessageStartingWith("--config: " + file);
        Files.writeString(file, "metric-agent: [");
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.read(file, Map.of()))
            .withMessageStartingWith("--config: " + file);
    }

    private static AgentProperties from(String variable, String value) {
        Map<String, String> environment = new HashMap<>();
        environment.put(variable, value);
        return AgentProperties.from(Keys.read(null, environment));
    }

}
