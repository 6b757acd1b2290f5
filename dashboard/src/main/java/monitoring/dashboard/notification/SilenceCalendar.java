package monitoring.dashboard.notification;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.routing.SilencePeriods;

/**
 * A month with the silences in force on each of its days.
 *
 * @param month which one
 * @param weeks its weeks from Monday to Sunday, with days of the months beside it
 */
public record SilenceCalendar(YearMonth month, List<List<Day>> weeks) {

    /**
     * Periods of one silence within a month; it may come each day, and twice at its ends.
     */
    private static final int PERIODS = 64;

    static SilenceCalendar of(List<Silence> silences, YearMonth month, ZoneId zone) {
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<Entry> entries = entries(silences, range(first, last, zone));
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (int day = 0; day < 7; day++) {
                LocalDate date = monday.plusDays(day);
                TimeRange hours = range(date, date, zone);
                week.add(new Day(date, YearMonth.from(date).equals(month),
                        entries.stream().filter((entry) -> entry.touches(hours)).toList()));
            }
            weeks.add(week);
        }
        return new SilenceCalendar(month, weeks);
    }

    /** A month such as 2026-11; that of a day where there is none. */
    static YearMonth month(String text, LocalDate today) {
        try {
            return text.isBlank() ? YearMonth.from(today) : YearMonth.parse(text);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("month", text, "a month such as 2026-11");
        }
    }

    /** What is silenced within a month, first begin first. */
    static List<Entry> entries(List<Silence> silences, YearMonth month, ZoneId zone) {
        return entries(silences, range(month.atDay(1), month.atEndOfMonth(), zone));
    }

    private static List<Entry> entries(List<Silence> silences, TimeRange range) {
        List<Entry> entries = new ArrayList<>();
        for (Silence silence : silences) {
            periods(silence, range).forEach((period) -> entries.add(new Entry(silence, period)));
        }
        entries.sort(Comparator.comparing((entry) -> entry.period().from()));
        return entries;
    }

    /** One whose recurrence nobody understands comes once, as the batch takes it. */
    private static List<TimeRange> periods(Silence silence, TimeRange range) {
        try {
            return SilencePeriods.within(silence, range, PERIODS);
        }
        catch (IllegalArgumentException ex) {
            TimeRange once = new TimeRange(silence.startsAt(), silence.endsAt());
            return new Entry(silence, once).touches(range) ? List.of(once) : List.of();
        }
    }

    private static TimeRange range(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeRange(first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * A day.
     *
     * @param date which one
     * @param inside whether it is of the month
     * @param entries what is silenced on it, first begin first
     */
    public record Day(LocalDate date, boolean inside, List<Entry> entries) {
    }

    /**
     * One period of a silence.
     *
     * @param silence which one
     * @param period from its begin to its end
     */
    public record Entry(Silence silence, TimeRange period) {

        boolean touches(TimeRange hours) {
            return this.period.from().isBefore(hours.to()) && this.period.to().isAfter(hours.from());
        }

        /** Whether it begins on a day, and does not only go on. */
        public boolean isFrom(LocalDate date, ZoneId zone) {
            return LocalDate.ofInstant(this.period.from(), zone).equals(date);
        }

    }

}
