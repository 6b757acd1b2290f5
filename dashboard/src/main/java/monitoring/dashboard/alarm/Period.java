package monitoring.dashboard.alarm;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.metric.TimeRange;

/**
 * A day, week, month or year in a zone.
 *
 * @param kind d, w, m or y
 * @param first its first day
 * @param zone in which days begin
 */
public record Period(String kind, LocalDate first, ZoneId zone) {

    /**
     * The period of a kind that a day is in.
     * @param kind d, w, m or y
     * @param day such as 2026-11-21, empty for today
     */
    static Period of(String kind, String day, ZoneId zone, Instant now) {
        LocalDate in;
        try {
            in = day.isBlank() ? LocalDate.ofInstant(now, zone) : LocalDate.parse(day);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("day", day, "a day such as 2026-11-21");
        }
        return switch (kind) {
            case "d" -> new Period(kind, in, zone);
            case "w" -> new Period(kind, in.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
            case "m" -> new Period(kind, in.withDayOfMonth(1), zone);
            case "y" -> new Period(kind, in.withDayOfYear(1), zone);
            default -> throw new InvalidInputException("period", kind, "d, w, m or y");
        };
    }

    public Period previous() {
        return moved(-1);
    }

    public Period next() {
        return moved(1);
    }

    /** Its last day. */
    public LocalDate last() {
        return next().first().minusDays(1);
    }

    /** From its first moment to the first one after it. */
    public TimeRange range() {
        return new TimeRange(start().toInstant(), next().start().toInstant());
    }

    /**
     * The begins of its parts: hours of a day, days of a week or month, months of a year.
     */
    List<Instant> parts() {
        List<Instant> parts = new ArrayList<>();
        ZonedDateTime end = next().start();
        for (ZonedDateTime at = start(); at.isBefore(end); at = at.plus(1, unit())) {
            parts.add(at.toInstant());
        }
        return parts;
    }

    /** The length of its parts. */
    ChronoUnit unit() {
        return switch (this.kind) {
            case "d" -> ChronoUnit.HOURS;
            case "y" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.DAYS;
        };
    }

    /** What a part that begins at a moment is called. */
    String label(Instant part) {
        ZonedDateTime at = part.atZone(this.zone);
        return switch (this.kind) {
            case "d" -> "%02d:00".formatted(at.getHour());
            case "y" -> "%04d-%02d".formatted(at.getYear(), at.getMonthValue());
            default -> "%02d-%02d".formatted(at.getMonthValue(), at.getDayOfMonth());
        };
    }

    private ZonedDateTime start() {
        return this.first.atStartOfDay(this.zone);
    }

    private Period moved(int by) {
        LocalDate day = switch (this.kind) {
            case "d" -> this.first.plusDays(by);
            case "w" -> this.first.plusWeeks(by);
            case "m" -> this.first.plusMonths(by);
            default -> this.first.plusYears(by);
        };
        return new Period(this.kind, day, this.zone);
    }

}
