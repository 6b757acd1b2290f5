package monitoring.batch.upkeep;

import java.time.Duration;
import java.time.Instant;

import monitoring.localservers.HandClock;
import monitoring.storage.metric.MetricRollups;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RollupTest {

    private final HandClock clock = new HandClock();

    @Test
    void leavesTheStoreAloneForTheRestOfTheInterval() {
        Endless rollups = new Endless();
        RollupProperties properties = new RollupProperties(true, Duration.ofMinutes(2), 0.25, Duration.ofDays(90),
                Duration.ofDays(730));
        assertThat(new Rollup(rollups, properties, this.clock).advance(() -> true)).isEqualTo(3);
    }

    /** Each hour takes ten seconds, and there is always another. */
    private final class Endless implements MetricRollups {

        @Override
        public void prepare(Duration fiveMinutes, Duration hours) {
        }

        @Override
        public Progress advance(Instant now, Pace pace) {
            int hours = 0;
            while (pace.goesOn()) {
                RollupTest.this.clock.forward(Duration.ofSeconds(10));
                hours++;
            }
            return new Progress(hours, 0, hours, false);
        }

    }

}
