package monitoring.dashboard.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.routing.SilencePeriod;
import monitoring.storage.routing.SilencePeriods;
import org.jspecify.annotations.Nullable;

/**
 * A silence and where it is.
 *
 * @param silence itself
 * @param until end of the period that is in force, null for none
 * @param next begin of the next period, null for none
 * @param alarms open alarms nobody is told of because of it
 */
public record SilenceRow(Silence silence, @Nullable Instant until, @Nullable Instant next, int alarms) {

    private static final Duration AHEAD = Duration.ofDays(400);

    /** Those in force first, then by their next begin; those that are over last. */
    static List<SilenceRow> of(List<Silence> silences, List<Alarm> open, Instant now) {
        return silences.stream()
            .map((silence) -> of(silence, open, now))
            .sorted(Comparator.comparing((SilenceRow row) -> row.until() == null)
                .thenComparing(SilenceRow::next, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing((row) -> row.silence().startsAt(), Comparator.reverseOrder()))
            .toList();
    }

    private static SilenceRow of(Silence silence, List<Alarm> open, Instant now) {
        Optional<SilencePeriod> active = SilencePeriod.of(silence, now);
        int alarms = active.isEmpty() ? 0 : (int) open.stream().filter(silence.matcher()::matches).count();
        return new SilenceRow(silence, active.map(SilencePeriod::until).orElse(null),
                next(silence, new TimeRange(now, now.plus(AHEAD))).stream().findFirst().orElse(null), alarms);
    }

    /** Begins of coming periods, of at most two years. */
    static List<TimeRange> coming(Silence silence, Instant now, int limit) {
        Instant from = silence.startsAt().isAfter(now) ? silence.startsAt() : now;
        return SilencePeriods.within(silence, new TimeRange(from, from.plus(AHEAD.multipliedBy(2))), limit);
    }

    private static List<Instant> next(Silence silence, TimeRange range) {
        try {
            return SilencePeriods.within(silence, range, 2)
                .stream()
                .map(TimeRange::from)
                .filter((begin) -> begin.isAfter(range.from()))
                .toList();
        }
        catch (IllegalArgumentException ex) {
            return silence.startsAt().isAfter(range.from()) ? List.of(silence.startsAt()) : List.of();
        }
    }

    /** Whether it is not in force and does not come again. */
    public boolean isOver() {
        return this.until == null && this.next == null;
    }

}
