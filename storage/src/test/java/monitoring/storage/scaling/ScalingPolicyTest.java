package monitoring.storage.scaling;

import java.time.Instant;

import monitoring.storage.metric.Resource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScalingPolicyTest {

    @ParameterizedTest
    @CsvSource({ "0, 5, 1", "5, 4, 1", "1, 5, 0" })
    void refusesInstancesThatMakeNoSense(int min, int max, int unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScalingPolicy.Instances(min, max, unit))
            .withMessageContaining("(expected: 1 <= min <= max, unit >= 1)");
    }

    @ParameterizedTest
    @CsvSource({ "0, 80", "20, 100", "80, 20", "50, 50", "NaN, 80", "20, NaN" })
    void refusesBandsThatMakeNoSense(double min, double max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScalingPolicy.Band(min, max))
            .withMessageContaining("(expected: 1 <= min < max <= 99)");
    }

    @ParameterizedTest
    @CsvSource({ "CPU, 0, 1", "CPU, 2, 2", "CPU, 1, 0", "DISK, 1, 2" })
    void refusesDecisionsThatMakeNoSense(Resource cause, int from, int to) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new ScalingDecision("d", "guid", "music", ScalingDecision.Action.OUT, cause, 90, 80, from,
                    to, Instant.EPOCH))
            .withMessageContaining("(expected: ");
    }

}
