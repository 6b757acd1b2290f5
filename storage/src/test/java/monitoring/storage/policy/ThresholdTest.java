package monitoring.storage.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThresholdTest {

    private final Threshold threshold = new Threshold(85, 90);

    @Test
    void reachesAtTheLimitAndExceedsAboveIt() {
        assertThat(this.threshold.reachedBy(84.99)).isEmpty();
        assertThat(this.threshold.reachedBy(85)).contains(Severity.WARNING);
        assertThat(this.threshold.reachedBy(90)).contains(Severity.CRITICAL);
        assertThat(this.threshold.exceededBy(85)).isEmpty();
        assertThat(this.threshold.exceededBy(90)).contains(Severity.WARNING);
        assertThat(this.threshold.exceededBy(90.01)).contains(Severity.CRITICAL);
    }

    @Test
    void breachesNothingWithoutANumber() {
        assertThat(this.threshold.reachedBy(Double.NaN)).isEmpty();
        assertThat(this.threshold.exceededBy(Double.NaN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "0, 90", "-1, 90", "NaN, 90", "90, 90", "90, 85", "85, NaN" })
    void refusesLimitsThatMakeNoSense(double warning, double critical) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(warning, critical))
            .withMessageContaining("(expected: ");
    }

}
