package monitoring.storage.alarm;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One step in the life of an alarm: decided, not yet kept.
 *
 * @param kind what it is
 * @param from the state that the decision was made in, null for a new alarm
 * @param alarm the alarm after the step
 * @param detail in words, may be empty
 */
public record AlarmStep(Kind kind, @Nullable AlarmState from, Alarm alarm, String detail) {

    public AlarmStep {
        requireNonNull(kind, "kind");
        requireNonNull(alarm, "alarm");
        requireNonNull(detail, "detail");
    }

    /** What happened, for the alarm's history; empty where nothing is worth a line. */
    public Optional<AlarmEvent> event() {
        if (this.kind.type == null) {
            return Optional.empty();
        }
        return Optional.of(new AlarmEvent(this.alarm.id(), this.kind.type, this.alarm.severity(),
                this.alarm.reading().value(), AlarmEvent.SYSTEM, this.alarm.reading().at(), this.detail));
    }

    /** What a step can be. */
    public enum Kind {

        /** First breach of one that must last. */
        PENDING(AlarmEvent.Type.PENDING),
        /** It breached for long enough. */
        RAISED(AlarmEvent.Type.RAISED),
        /** Raised again and again within the hour. */
        FLAPPING(AlarmEvent.Type.FLAPPING),
        /** It got worse. */
        ESCALATED(AlarmEvent.Type.ESCALATED),
        /** It got better, but is not over. */
        DEESCALATED(AlarmEvent.Type.DEESCALATED),
        /** It still breaches, and nobody has taken it. */
        REPEATED(AlarmEvent.Type.REPEATED),
        /** It is over. */
        RECOVERED(AlarmEvent.Type.RECOVERED),
        /** What it was about is gone, or is not watched any more. */
        ENDED(AlarmEvent.Type.RESOLVED),
        /** A breach that did not last; nothing is kept. */
        DROPPED(null),
        /** Only its value and counters move. */
        SEEN(null);

        private final AlarmEvent.@Nullable Type type;

        Kind(AlarmEvent.@Nullable Type type) {
            this.type = type;
        }

    }

}
