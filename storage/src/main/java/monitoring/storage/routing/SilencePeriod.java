package monitoring.storage.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Silence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A silence while it is in force.
 *
 * @param silence itself
 * @param until its end
 */
public record SilencePeriod(Silence silence, Instant until) {

    private static final Logger logger = LoggerFactory.getLogger(SilencePeriod.class);

    /** The period that lasts longest of those that are in force for an alarm. */
    public static Optional<SilencePeriod> longest(List<Silence> silences, Alarm alarm, Instant at) {
        return longest(silences.stream().filter((silence) -> silence.matcher().matches(alarm)), at);
    }

    /** The same for whatever happens to an app. */
    public static Optional<SilencePeriod> longestOfApp(List<Silence> silences, String appGuid, String owner,
            Instant at) {
        return longest(silences.stream().filter((silence) -> silence.matcher().matchesApp(appGuid, owner)), at);
    }

    private static Optional<SilencePeriod> longest(Stream<Silence> silences, Instant at) {
        return silences.flatMap((silence) -> of(silence, at).stream()).max(Comparator.comparing(SilencePeriod::until));
    }

    /** The period of a silence that is in force at a moment. */
    public static Optional<SilencePeriod> of(Silence silence, Instant at) {
        if (!at.isBefore(silence.startsAt()) && at.isBefore(silence.endsAt())) {
            return Optional.of(new SilencePeriod(silence, silence.endsAt()));
        }
        if (silence.recurrence().isBlank()) {
            return Optional.empty();
        }
        try {
            return Recurrence.endOfPeriod(silence, at).map((end) -> new SilencePeriod(silence, end));
        }
        catch (IllegalArgumentException ex) {
            logger.warn("Silence {} of {} comes only once: {}", silence.id(), silence.user(), ex.getMessage());
            return Optional.empty();
        }
    }

    /** What the outbox keeps of it. */
    public String words() {
        return "silenced by " + this.silence.user() + " until " + this.until + ": " + this.silence.reason();
    }

}
