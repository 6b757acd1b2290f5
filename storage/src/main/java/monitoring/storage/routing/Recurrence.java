package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

import monitoring.storage.alarm.Silence;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The periods of a maintenance window that comes again, by an RRULE of RFC 5545. Days and
 * hours are those of the silence's zone, also where clocks are put forward.
 */
final class Recurrence {

    private Recurrence() {
    }

    /**
     * The end of the period that is in force at a moment.
     * @throws IllegalArgumentException if the rule is none
     */
    static Optional<Instant> endOfPeriod(Silence silence, Instant at) {
        Duration length = Duration.between(silence.startsAt(), silence.endsAt());
        return begins(silence, at.minus(length), at.plusMillis(1), Integer.MAX_VALUE).stream()
            .map((begin) -> begin.plus(length))
            .filter(at::isBefore)
            .findFirst();
    }

    /**
     * The begins of the periods from a moment on and before another one.
     * @param limit how many at most
     * @throws IllegalArgumentException if the rule is none
     */
    static List<Instant> begins(Silence silence, Instant from, Instant before, int limit) {
        if (!silence.startsAt().isBefore(before)) {
            return List.of();
        }
        List<Instant> found = new ArrayList<>();
        try {
            RecurrenceRuleIterator begins = new RecurrenceRule(silence.recurrence())
                .iterator(new DateTime(TimeZone.getTimeZone(silence.timeZone()), silence.startsAt().toEpochMilli()));
            begins.fastForward(from.toEpochMilli());
            while (begins.hasNext() && found.size() < limit) {
                Instant begin = Instant.ofEpochMilli(begins.nextMillis());
                if (!begin.isBefore(before)) {
                    break;
                }
                if (!begin.isBefore(from)) {
                    found.add(begin);
                }
            }
            return found;
        }
        catch (InvalidRecurrenceRuleException ex) {
            throw new IllegalArgumentException(
                    "recurrence: " + silence.recurrence() + " (expected: an RRULE such as " + "FREQ=WEEKLY;BYDAY=SU)",
                    ex);
        }
    }

}
