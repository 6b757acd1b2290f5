package monitoring.foundation.history;

import java.time.Duration;

import monitoring.foundation.logs.LogHistory;
import monitoring.foundation.state.StateFile;
import monitoring.foundation.story.Story;
import monitoring.storage.metric.TimeRange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the logs of the past sent through the relay, as those of now are. */
final class LogBackfill {

    private static final Logger logger = LoggerFactory.getLogger(LogBackfill.class);

    private static final String WRITTEN = "history.log-lines";

    private final Story story;

    private final LogHistory logs;

    private final StateFile state;

    private final HistoryProperties properties;

    LogBackfill(Story story, LogHistory logs, StateFile state, HistoryProperties properties) {
        this.story = story;
        this.logs = logs;
        this.state = state;
        this.properties = properties;
    }

    void write() {
        if (this.properties.logLines() > 0 && this.state.get(WRITTEN).isEmpty()) {
            TimeRange range = TimeRange.before(this.story.firstStart(), Duration.ofDays(this.properties.days()));
            int lines = this.logs.write(range, this.properties.logLines());
            this.state.put(WRITTEN, Integer.toString(lines));
            logger.info("History: {} log lines of {} days", lines, this.properties.days());
        }
    }

}
