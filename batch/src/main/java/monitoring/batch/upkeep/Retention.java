package monitoring.batch.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import monitoring.storage.alarm.AlarmHistory;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.SentReports;
import monitoring.storage.scaling.ScalingStore;

/**
 * Forgets what is over for long: alarms with their incidents and notifications, scaling
 * events, links that expired. What is open stays, however old.
 */
public final class Retention {

    private static final Logger logger = LoggerFactory.getLogger(Retention.class);

    /** Longer than any report is due. */
    private static final Duration KEEP_REPORTS = Duration.ofDays(60);

    private final AlarmHistory alarms;

    private final ScalingStore scaling;

    private final AcknowledgeLinks links;

    private final SentReports reports;

    private final UpkeepProperties properties;

    private final Clock clock;

    public Retention(AlarmHistory alarms, ScalingStore scaling, AcknowledgeLinks links, SentReports reports,
            UpkeepProperties properties, Clock clock) {
        this.alarms = alarms;
        this.scaling = scaling;
        this.links = links;
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Forgets what is older than the properties say; zero there means to keep it for
     * ever.
     * @param goOn is asked before each piece; the next run goes on
     */
    public void forget(BooleanSupplier goOn) {
        Instant now = this.clock.instant();
        Duration keepAlarms = this.properties.keepAlarms();
        Duration keepScaling = this.properties.keepScaling();
        int ended = keepAlarms.isZero() ? 0 : this.alarms.forgetBefore(now.minus(keepAlarms), goOn);
        int scaled = keepScaling.isZero() ? 0 : this.scaling.forgetBefore(now.minus(keepScaling));
        this.reports.forgetBefore(now.minus(KEEP_REPORTS));
        int used = this.links.forgetExpired(now);
        if (ended + scaled + used > 0) {
            logger.info("Forgot {} alarm(s) older than {}, {} scaling event(s) older than {}, {} expired link(s)",
                    ended, keepAlarms, scaled, keepScaling, used);
        }
    }

}
