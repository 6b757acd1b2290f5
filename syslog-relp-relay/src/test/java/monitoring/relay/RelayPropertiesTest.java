package monitoring.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import monitoring.relay.audit.AuditProperties;
import monitoring.relay.index.IndexProperties;
import monitoring.relay.index.RetentionProperties;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.kafka.KafkaProperties;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.stream.StreamProperties;
import monitoring.relay.syslog.SyslogProperties;
import monitoring.relay.tls.TlsProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class RelayPropertiesTest {

    private final ApplicationContextRunner relay = new ApplicationContextRunner()
        .withUserConfiguration(RelayProperties.class);

    @Test
    void hasDefaults() {
        this.relay.run((context) -> {
            assertThat(context.getBean(RelpProperties.class))
                .isEqualTo(new RelpProperties("0.0.0.0", 2514, DataSize.ofKilobytes(128),
                        RelpProperties.Oversize.TRUNCATE, 20_000, 1000, Duration.ofSeconds(30), Duration.ofSeconds(90),
                        65_536, 8192, DataSize.ofKilobytes(128), Duration.ofSeconds(10), new RelpProperties.Tls(2515)));
            assertThat(context.getBean(JournalProperties.class))
                .isEqualTo(new JournalProperties(Path.of("data/relay-journal"), DataSize.ofGigabytes(4),
                        DataSize.ofMegabytes(64), DataSize.ofMegabytes(64), JournalProperties.Acknowledge.JOURNALED));
            assertThat(context.getBean(IndexProperties.class))
                .isEqualTo(new IndexProperties(2000, DataSize.ofMegabytes(2), Duration.ofMillis(200), 2,
                        Duration.ofMillis(200), Duration.ofSeconds(10)));
            assertThat(context.getBean(SyslogProperties.class)).isEqualTo(
                    new SyslogProperties(ZoneId.of("UTC"), Duration.ofDays(30), Duration.ofHours(1), 200, List.of()));
            assertThat(context.getBean(StreamProperties.class)).isEqualTo(new StreamProperties("0.0.0.0", -1, -1, -1,
                    DataSize.ofKilobytes(128), 10_000, Duration.ofHours(1)));
            assertThat(context.getBean(RetentionProperties.class))
                .isEqualTo(new RetentionProperties(Duration.ofDays(30), DataSize.ofBytes(0), Duration.ofMinutes(10)));
            assertThat(context.getBean(AuditProperties.class))
                .isEqualTo(new AuditProperties(Duration.ofSeconds(10), 500));
            assertThat(context.getBean(KafkaProperties.class)).isEqualTo(new KafkaProperties(List.of("127.0.0.1:9092"),
                    "logs", "syslog-relp-relay", Duration.ofSeconds(30), Map.of()));
            assertThat(context.getBean(RouteProperties.class))
                .isEqualTo(new RouteProperties(RouteProperties.Input.SYSLOG, RouteProperties.Output.ELASTICSEARCH));
            assertThat(context.getBean(TlsProperties.class)).isEqualTo(new TlsProperties(null, null, null, List.of(),
                    TlsProperties.ClientCertificate.REQUIRED, Duration.ofSeconds(10)));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                            relay.relp.port|70000|relay.relp.port: 70000 (expected: -1..65535)
                            relay.kafka.bootstrap-servers|kafka|relay.kafka.bootstrap-servers: kafka (expected: host:port)
                            relay.kafka.topic|a b|relay.kafka.topic: a b (expected: 1..249 letters, digits, dots, _ and -)
                            relay.audit.interval|0s|relay.audit.interval: PT0S (expected: >= 100ms)
                            relay.input|udp|relay.input: udp (expected: one of syslog, kafka)
                            relay.relp.port|abc|relay.relp.port: abc (expected: int)
                            relay.relp.max-frame-size|10B|relay.relp.max-frame-size: 10B (expected: 1KB..2MB)
                            relay.relp.oversize|ignore|relay.relp.oversize: ignore (expected: one of truncate, refuse)
                            relay.relp.tls.port|-2|relay.relp.tls.port: -2 (expected: -1..65535)
                            relay.relp.repeat-window|1|relay.relp.repeat-window: 1 (expected: 16..1048576)
                            relay.journal.max-size|1MB|relay.journal.max-size: 1048576B (expected: at least 4 times relay.journal.segment-size (67108864B))
                            relay.index.in-flight|0|relay.index.in-flight: 0 (expected: 1..32)
                            relay.retention.max-age|1h|relay.retention.max-age: PT1H (expected: 0s, or >= 1d)
                    relay.syslog.zone|Mars|relay.syslog.zone: Mars (expected: ZoneId)
                            relay.syslog.max-age|-1s|relay.syslog.max-age: PT-1S (expected: > 0s)
                            relay.stream.udp-port|70000|relay.stream.udp-port: 70000 (expected: -1..65535)
                            relay.tls.certificate|/none.pem|relay.tls.private-key: null (expected: a file, together with relay.tls.certificate)
                            relay.tls.permitted-peers|a*b|relay.tls.permitted-peers: a*b (expected: a name, *.a.name, SHA256:... or SHA1:...)
                            """)
    void namesTheKeyTheValueAndWhatIsExpected(String key, String value, String message) {
        this.relay.withPropertyValues(key + "=" + value)
            .run((context) -> assertThat(ConfigurationFault.describe(context.getStartupFailure())).isEqualTo(message));
    }

    @Test
    void roundsTheRepeatWindowUpToAPowerOfTwo() {
        this.relay.withPropertyValues("relay.relp.repeat-window=1000")
            .run((context) -> assertThat(context.getBean(RelpProperties.class).repeatWindow()).isEqualTo(1024));
    }

}
