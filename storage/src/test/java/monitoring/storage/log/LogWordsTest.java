package monitoring.storage.log;

import java.util.Arrays;

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

}
