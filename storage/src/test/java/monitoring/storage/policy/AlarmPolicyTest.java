package monitoring.storage.policy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AlarmPolicyTest {

    @ParameterizedTest
    @CsvSource({ "29, 10", "86401, 10", "-600, 10", "600, 0" })
    void refusesWindowsThatMakeNoSense(long measureSeconds, long repeatMinutes) {
        assertThatIllegalArgumentException()
            .isThrownBy(
                    () -> new AlarmPolicy.Timing(Duration.ofSeconds(measureSeconds), Duration.ofMinutes(repeatMinutes)))
            .withMessageContaining("(expected: ");
    }

    @ParameterizedTest
    @CsvSource({ "-1, 1, 1", "51, 1, 1", "NaN, 1, 1", "5, 0, 1", "5, 1, 0" })
    void refusesDampingThatMakesNoSense(double recovery, int raiseAfter, int resolveAfter) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AlarmPolicy.Damping(recovery, raiseAfter, resolveAfter))
            .withMessageContaining("(expected: ");
    }

    @Test
    void refusesAnAppPolicyWithoutAWindow() {
        Threshold threshold = new Threshold(70, 80);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AppAlarmPolicy("guid", threshold, threshold, Duration.ZERO, "", false, true))
            .withMessageStartingWith("measureTime: PT0S");
    }

    @Test
    void knowsEachSeverityByPaasTasCode() {
        for (Severity severity : Severity.values()) {
            assertThat(Severity.ofCode(severity.code())).isEqualTo(severity);
            assertThat(severity.code().length()).isLessThanOrEqualTo(8);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.ofCode("CRITICAL"))
            .withMessage("level: CRITICAL (expected: warning, critical or fail)");
    }

}
