package monitoring.batch.incident;

import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;

import static java.util.Objects.requireNonNull;

/**
 * Which alarms join which incident: decided, not yet kept.
 *
 * @param incident with an empty id for a new one
 * @param alarms the alarms that join it, cause first; copied
 * @param causes id of the alarm that explains another one, by the id of that other one;
 * copied
 */
public record IncidentPlan(Incident incident, List<Alarm> alarms, Map<String, String> causes) {

    public IncidentPlan {
        requireNonNull(incident, "incident");
        alarms = List.copyOf(alarms);
        causes = Map.copyOf(causes);
    }

}
