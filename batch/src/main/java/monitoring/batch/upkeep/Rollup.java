package monitoring.batch.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import monitoring.storage.metric.MetricRollups;
import monitoring.storage.metric.MetricRollups.Pace;
import monitoring.storage.metric.MetricRollups.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has metrics rolled up hour by hour, as far as it gets in its share of the time until
 * the next run is due; a long past takes several runs.
 */
public final class Rollup {

    private static final Logger logger = LoggerFactory.getLogger(Rollup.class);

    private final MetricRollups rollups;

    private final RollupProperties properties;

    private final Clock clock;

    public Rollup(MetricRollups rollups, RollupProperties properties, Clock clock) {
        this.rollups = rollups;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Rolls up what is missing.
     * @param goOn whether to go on, asked before each statement; what is left by half is
     * rolled up again
     * @return points that were written
     */
    public long advance(BooleanSupplier goOn) {
        Instant begin = this.clock.instant();
        Instant end = begin.plusMillis((long) (this.properties.interval().toMillis() * this.properties.share()));
        this.rollups.prepare(this.properties.keepFiveMinutes(), this.properties.keepHours());
        Progress done = this.rollups.advance(begin, new Pace() {

            @Override
            public boolean goesOn() {
                return goOn.getAsBoolean() && Rollup.this.clock.instant().isBefore(end);
            }

            @Override
            public boolean isCutShort() {
                return !goOn.getAsBoolean();
            }

        });
        if (done.hours() > 0) {
            logger.info("Rolled up {} hour(s) of metrics ({} again, as samples came late): {} points in {} ms{}",
                    done.hours(), done.late(), done.points(), Duration.between(begin, this.clock.instant()).toMillis(),
                    done.finished() ? "" : "; older hours follow with the next run");
        }
        return done.points();
    }

}
