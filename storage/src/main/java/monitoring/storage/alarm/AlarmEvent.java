package monitoring.storage.alarm;

import java.time.Instant;
import java.util.List;

import monitoring.storage.policy.Severity;

import static java.util.Objects.requireNonNull;

/**
 * One thing that happened to an alarm.
 *
 * @param alarmId which alarm
 * @param type what happened
 * @param severity how bad it was then
 * @param value the reading then, in the resource's unit
 * @param user who did it; {@code system} for the batch
 * @param at when
 * @param detail in words, may be empty
 */
public record AlarmEvent(String alarmId, Type type, Severity severity, double value, String user, Instant at,
        String detail) {

    /** Who acts when no person does. */
    public static final String SYSTEM = "system";

    public AlarmEvent {
        requireNonNull(alarmId, "alarmId");
        requireNonNull(type, "type");
        requireNonNull(severity, "severity");
        requireNonNull(user, "user");
        requireNonNull(at, "at");
        requireNonNull(detail, "detail");
    }

    /**
     * Who did something last.
     * @param events oldest first
     * @return empty if nobody did
     */
    public static String lastBy(List<AlarmEvent> events, Type type) {
        return events.stream()
            .filter((event) -> event.type() == type)
            .reduce((first, second) -> second)
            .map(AlarmEvent::user)
            .orElse("");
    }

    /** What can happen to an alarm. */
    public enum Type {

        PENDING, RAISED, ESCALATED, DEESCALATED, REPEATED, ACKNOWLEDGED, SILENCED, INHIBITED, RECOVERED, RESOLVED,
        FLAPPING

    }

}
