package monitoring.storage.routing;

import java.time.Duration;
import java.util.List;

import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.TimeRange;

/** When a silence is in force. */
public final class SilencePeriods {

    private SilencePeriods() {
    }

    /**
     * The periods of a silence that touch a range, first begin first.
     * @param limit how many at most
     * @throws IllegalArgumentException if its recurrence is no RRULE
     */
    public static List<TimeRange> within(Silence silence, TimeRange range, int limit) {
        Duration length = Duration.between(silence.startsAt(), silence.endsAt());
        if (silence.recurrence().isBlank()) {
            boolean touches = silence.startsAt().isBefore(range.to()) && silence.endsAt().isAfter(range.from());
            return touches ? List.of(new TimeRange(silence.startsAt(), silence.endsAt())) : List.of();
        }
        return Recurrence.begins(silence, range.from().minus(length), range.to(), limit)
            .stream()
            .filter((begin) -> begin.plus(length).isAfter(range.from()))
            .map((begin) -> new TimeRange(begin, begin.plus(length)))
            .toList();
    }

}
