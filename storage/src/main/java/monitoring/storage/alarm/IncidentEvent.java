package monitoring.storage.alarm;

import static java.util.Objects.requireNonNull;

/**
 * One thing that happened to an alarm of an incident.
 *
 * @param target name of what the alarm is about
 * @param event what happened
 */
public record IncidentEvent(String target, AlarmEvent event) {

    public IncidentEvent {
        requireNonNull(target, "target");
        requireNonNull(event, "event");
    }

}
