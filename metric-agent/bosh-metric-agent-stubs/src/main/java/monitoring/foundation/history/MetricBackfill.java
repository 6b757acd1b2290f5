package monitoring.foundation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import monitoring.foundation.agents.MetricHistory;
import monitoring.foundation.state.StateFile;
import monitoring.foundation.story.Foundation;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.TimeRange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the metrics of the past, the newest first and the older the coarser. Goes on
 * where it was stopped.
 */
final class MetricBackfill {

    private static final Logger logger = LoggerFactory.getLogger(MetricBackfill.class);

    private static final String WRITTEN_BACK_TO = "history.metrics-back-to";

    private final Foundation foundation;

    private final InfluxProperties influx;

    private final MetricStore store;

    private final StateFile state;

    private final HistoryProperties properties;

    MetricBackfill(Foundation foundation, InfluxProperties influx, MetricStore store, StateFile state,
            HistoryProperties properties) {
        this.foundation = foundation;
        this.influx = influx;
        this.store = store;
        this.state = state;
        this.properties = properties;
    }

    void write() {
        Instant end = this.foundation.story().firstStart();
        Instant writtenBackTo = this.state.get(WRITTEN_BACK_TO).map(Instant::parse).orElse(end);
        List<Part> parts = parts(end);
        this.store.prepare();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.range().from().isBefore(writtenBackTo)) {
                long points = write(part);
                this.state.put(WRITTEN_BACK_TO, part.range().from().toString());
                logger.info("History: {} points back to {} ({} of {})", points, part.range().from(), i + 1,
                        parts.size());
            }
        }
    }

    private long write(Part part) {
        MetricHistory history = new MetricHistory(this.foundation, this.influx, part.processes());
        Pace pace = new Pace(this.properties.pointsPerSecond());
        return history.write(part.range(), part.interval(), pace::hold);
    }

    /**
     * The last hour as agents measure, the day before it coarser, the days before still
     * coarser.
     */
    private List<Part> parts(Instant end) {
        List<Part> parts = new ArrayList<>();
        Instant hour = end.minus(Duration.ofHours(1));
        parts.add(new Part(new TimeRange(hour, end), Duration.ofSeconds(30), true));
        for (int day = 1; day <= this.properties.days(); day++) {
            Instant from = end.minus(Duration.ofDays(day));
            Instant to = (day == 1) ? hour : end.minus(Duration.ofDays(day - 1));
            parts.add(new Part(new TimeRange(from, to), Duration.ofMinutes((day == 1) ? 5 : 15), false));
        }
        return parts;
    }

    private record Part(TimeRange range, Duration interval, boolean processes) {
    }

    /** Holds up who writes faster than wanted. */
    private static final class Pace {

        private final long pointsPerSecond;

        private final long began = System.nanoTime();

        Pace(long pointsPerSecond) {
            this.pointsPerSecond = pointsPerSecond;
        }

        void hold(long points) {
            long due = this.began + points * 1_000_000_000L / this.pointsPerSecond;
            for (long left = due - System.nanoTime(); left > 0
                    && !Thread.currentThread().isInterrupted(); left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

    }

}
