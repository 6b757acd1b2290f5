package monitoring.dashboard.incident;

import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Some alarms of an incident, as its page shows them.
 *
 * @param alarms in the order shown; copied
 * @param rootId the one that explains the others, null for none
 * @param time of the incident
 * @param choosable whether the viewer may choose among them
 */
public record IncidentAlarms(List<Alarm> alarms, @Nullable String rootId, TimeRange time, boolean choosable) {

    public IncidentAlarms {
        alarms = List.copyOf(alarms);
    }

}
