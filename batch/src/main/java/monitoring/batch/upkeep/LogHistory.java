package monitoring.batch.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogRetention.LogDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log events of past days. */
public final class LogHistory {

    private static final Logger logger = LoggerFactory.getLogger(LogHistory.class);

    private final LogRetention logs;

    private final UpkeepProperties properties;

    private final Clock clock;

    public LogHistory(LogRetention logs, UpkeepProperties properties, Clock clock) {
        this.logs = logs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Forgets the days that are over. */
    public int clean() {
        if (this.properties.keepLogs().isZero()) {
            return 0;
        }
        LocalDate oldest = LocalDate.ofInstant(this.clock.instant().minus(this.properties.keepLogs()), ZoneOffset.UTC);
        int forgotten = 0;
        for (LogDay day : this.logs.days()) {
            if (day.day().isBefore(oldest)) {
                this.logs.delete(day);
                logger.info("Log events of {} forgotten: {} of them, {} bytes", day.day(), day.events(), day.bytes());
                forgotten++;
            }
        }
        return forgotten;
    }

}
