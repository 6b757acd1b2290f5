package monitoring.dashboard.incident;

import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.SimilarIncident;

import org.springframework.stereotype.Component;

/** Finds incidents of the past that were like one. */
@Component
class SimilarIncidents {

    private static final int MOST = 8;

    private final IncidentMemory memory;

    SimilarIncidents(IncidentMemory memory) {
        this.memory = memory;
    }

    /**
     * Those with an alarm like the one that explains an incident, the likest first; at
     * most 8.
     * @param own alarms of the incident, that one first
     */
    List<SimilarIncident> of(List<Alarm> own) {
        return own.isEmpty() ? List.of() : this.memory.similar(own.get(0), MOST);
    }

}
