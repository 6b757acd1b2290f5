package monitoring.batch.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.SentReports;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the report of the last week to those who want it, once. A report that a server
 * does not take is tried again with the next run; one whose sender dies while it sends is
 * lost rather than sent twice.
 */
public final class WeeklyReport {

    private static final Logger logger = LoggerFactory.getLogger(WeeklyReport.class);

    private final Figures figures;

    private final SentReports sent;

    private final ReportPost post;

    private final ReportText text = new ReportText();

    private final ReportProperties properties;

    private final Clock clock;

    public WeeklyReport(AlarmStore alarms, AlarmStatistics statistics, IncidentStore incidents,
            InventoryStore inventory, SentReports sent, ReportPost post, ReportProperties properties, Clock clock) {
        this.figures = new Figures(alarms, statistics, incidents, inventory);
        this.sent = sent;
        this.post = post;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends what is due. */
    public void send() {
        if (this.properties.to().isEmpty()) {
            return;
        }
        Instant now = this.clock.instant();
        LocalDate end = lastDue(now);
        ZoneId zone = this.properties.zone();
        TimeRange week = new TimeRange(end.minusWeeks(1).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant());
        String report = "week-" + end.minusWeeks(1);
        ReportPost.@Nullable Letter letter = null;
        for (String address : this.properties.to()) {
            if (this.sent.take(report, address, now)) {
                letter = send(address, report, letter, week);
            }
        }
    }

    /** Sends the letter, which is written for the first who gets it. */
    private ReportPost.@Nullable Letter send(String address, String report, ReportPost.@Nullable Letter known,
            TimeRange week) {
        ReportPost.Letter letter = known;
        try {
            if (letter == null) {
                letter = this.text.write(this.figures.of(week, this.properties.zone()), this.properties);
            }
            this.post.send(address, report, letter);
            logger.info("Report {} sent to {}", report, address);
        }
        catch (RuntimeException ex) {
            this.sent.giveBack(report, address);
            logger.warn("Report {} not sent to {}, the next run tries again: {}", report, address, ex.getMessage());
        }
        return letter;
    }

    /** The last day on which a report was due, its hour included. */
    private LocalDate lastDue(Instant now) {
        ZonedDateTime here = now.atZone(this.properties.zone());
        LocalDate day = here.toLocalDate().with(TemporalAdjusters.previousOrSame(this.properties.day()));
        return here.isBefore(day.atTime(this.properties.at()).atZone(this.properties.zone())) ? day.minusWeeks(1) : day;
    }

}
