package monitoring.storage.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LogWordsTest {

    @Test
    void numbersSeveritiesAsSyslogDoes() {
        assertThat(Arrays.stream(LogSeverity.values()).map(Enum::ordinal))
            .allSatisfy((number) -> assertThat(LogSeverity.of(number).ordinal()).isEqualTo(number));
        assertThat(LogSeverity.of(3)).isEqualTo(LogSeverity.ERROR);
        assertThat(LogSeverity.ERROR.isAtLeast(LogSeverity.WARNING)).isTrue();
        assertThat(LogSeverity.INFO.isAtLeast(LogSeverity.WARNING)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> LogSeverity.of(8))
            .withMessage("severity: 8 (expected: 0..7)");
    }

    @Test
    void refusesPagesAndFacilitiesOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogQuery.Page.newest(0))
            .withMessage("size: 0 (expected: 1..10000)");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new LogEntry.SyslogHeader(LogSeverity.INFO, 24, "", "", "", ""))
            .withMessage("facility: 24 (expected: 0..23)");
    }

    @Test
    void knowsTheSenderOfALineByItsAppElseItsJobElseItsHost() {
        LogEntry.BoshInstance instance = new LogEntry.BoshInstance("", "cf", "router", "z1", "guid");
        LogEntry.AppSource app = new LogEntry.AppSource("guid", "ticket-sales", "", "", "APP", 2);
        assertThat(line(instance, app).source()).isEqualTo("ticket-sales/2");
        assertThat(line(instance, new LogEntry.AppSource("guid", "", "", "", "APP", 2)).source()).isEqualTo("router");
        assertThat(line(instance, null).source()).isEqualTo("router");
        assertThat(line(null, null).source()).isEqualTo("10.0.1.17");
    }

    private static LogEntry line(LogEntry.@Nullable BoshInstance instance, LogEntry.@Nullable AppSource app) {
        LogEntry.SyslogHeader syslog = new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "10.0.1.17", "gorouter", "", "");
        return new LogEntry("1", Instant.EPOCH, Instant.EPOCH, "10.0.1.17", "message", syslog, instance, app, Map.of(),
                "rfc5424", Set.of());
    }

}
