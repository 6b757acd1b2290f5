package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The periods of a maintenance window that comes again, by an RRULE of RFC 5545. */
final class Recurrence {

    private Recurrence() {
    }

    /**
     * The end of the period that is in force at a moment.
     * @param rule the RRULE
     * @param start begin of the first period
     * @param length of each period
     * @param at the moment
     * @throws IllegalArgumentException if the rule is none
     */
    static Optional<Instant> endOfPeriod(String rule, Instant start, Duration length, Instant at) {
        if (at.isBefore(start)) {
            return Optional.empty();
        }
        try {
            RecurrenceRuleIterator begins = new RecurrenceRule(rule)
                .iterator(new DateTime(TimeZone.getTimeZone("UTC"), start.toEpochMilli()));
            begins.fastForward(at.minus(length).toEpochMilli());
            while (begins.hasNext()) {
                Instant begin = Instant.ofEpochMilli(begins.nextMillis());
                if (begin.isAfter(at)) {
                    return Optional.empty();
                }
                if (at.isBefore(begin.plus(length))) {
                    return Optional.of(begin.plus(length));
                }
            }
            return Optional.empty();
        }
        catch (InvalidRecurrenceRuleException ex) {
            throw new IllegalArgumentException(
                    "recurrence: " + rule + " (expected: an RRULE such as " + "FREQ=WEEKLY;BYDAY=SU)", ex);
        }
    }

}
