package monitoring.metricagent;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimingTest {

    /** In seconds from the first reading on; the interval is 30 s. */
    @ParameterizedTest
    @CsvSource({ "0, 0.2, 30", "30.01, 30.4, 60", "30, 60, 60",
            // a write that hung for an hour: one reading follows, not 120
            "30, 3630.5, 3660",
            // a VM that was stopped for a while: the one after the late one measures at
            // least half an interval
            "44, 44.1, 60", "46, 46.1, 90", "59.9, 60.1, 90",
            // a timer that is a little early
            "29.999, 30.1, 60" })
    void leavesOutWhatASlowReadingRanOver(double began, double now, double next) {
        long first = Long.MAX_VALUE / 2;
        Timing timing = new Timing(first, Duration.ofSeconds(30));
        assertThat(timing.next(first + nanos(began), first + nanos(now))).isEqualTo(first + nanos(next));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

}
