package monitoring.dashboard.incident;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import monitoring.dashboard.web.Answers;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.SimilarIncident;

import org.springframework.stereotype.Component;

/** Finds incidents of the past that were like one. */
@Component
class SimilarIncidents {

    private static final int MOST = 8;

    /** Old enough for all who look at the incident that just began. */
    private static final Duration AGE = Duration.ofSeconds(10);

    private static final int KEPT = 50;

    private final IncidentMemory memory;

    private final Answers<String, List<SimilarIncident>> kept;

    SimilarIncidents(IncidentMemory memory, Clock clock) {
        this.memory = memory;
        this.kept = new Answers<>(KEPT, AGE, clock);
    }

    /**
     * Those with an alarm like the one that explains an incident, the likest first; at
     * most 8.
     * @param own alarms of the incident, that one first
     */
    List<SimilarIncident> of(List<Alarm> own) {
        if (own.isEmpty()) {
            return List.of();
        }
        Alarm first = own.get(0);
        return this.kept.to(first.id() + "@" + first.incidentId(), (key) -> this.memory.similar(first, MOST),
                List.of());
    }

}
