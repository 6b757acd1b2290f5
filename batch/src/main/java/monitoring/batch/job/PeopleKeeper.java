package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.batch.notify.Telling;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.policy.Severity;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows what people did on the dashboard: tells the others that somebody took an alarm
 * or resolved it by hand, closes incidents of which nothing is open any more, and lets
 * the others be as bad as the worst that is. Doing it again changes nothing.
 */
final class PeopleKeeper {

    /** Longer than the batch may be away for the others to be told still. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Telling telling;

    private final TransactionOperations transaction;

    private final Clock clock;

    PeopleKeeper(AlarmStore alarms, IncidentStore incidents, Telling telling, TransactionOperations transaction,
            Clock clock) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    void follow() {
        Instant since = this.clock.instant().minus(LOOK_BACK);
        Telling.Round round = this.telling.begin();
        List<Alarm> open = this.alarms.open();
        for (Alarm alarm : open) {
            Instant taken = alarm.progress().acknowledgedAt();
            if (alarm.state() == AlarmState.ACKNOWLEDGED && taken != null && taken.isAfter(since)) {
                tell(alarm, Reason.ACKNOWLEDGED, round,
                        AlarmEvent.lastBy(this.alarms.events(alarm.id()), AlarmEvent.Type.ACKNOWLEDGED));
            }
        }
        for (Alarm alarm : this.alarms.resolvedSince(since)) {
            String by = String.valueOf(alarm.progress().resolvedBy());
            if (!AlarmEvent.SYSTEM.equals(by)) {
                tell(alarm, Reason.RESOLVED_BY_HAND, round, by);
            }
        }
        close(open);
    }

    private void tell(Alarm alarm, Reason reason, Telling.Round round, String by) {
        String id = alarm.incidentId();
        if (id != null) {
            this.transaction.executeWithoutResult((status) -> this.incidents.find(id)
                .ifPresent((incident) -> round.tellTheOthersOf(alarm, incident, reason, by)));
        }
    }

    private void close(List<Alarm> open) {
        Map<String, Severity> worst = new HashMap<>();
        open.forEach((alarm) -> worst.merge(String.valueOf(alarm.incidentId()), alarm.severity(),
                (one, other) -> (one.compareTo(other) < 0) ? other : one));
        for (Incident incident : this.incidents.open()) {
            Severity severity = worst.get(incident.id());
            if (severity == null) {
                this.transaction.executeWithoutResult((status) -> closeIfOver(incident));
            }
            else if (severity != incident.severity()) {
                this.transaction.executeWithoutResult((status) -> this.incidents.find(incident.id())
                    .ifPresent((kept) -> this.incidents.save(kept.withSeverity(severity))));
            }
        }
    }

    private void closeIfOver(Incident incident) {
        List<Alarm> all = this.alarms.ofIncident(incident.id());
        if (all.stream().noneMatch((alarm) -> alarm.state().isOpen())) {
            this.incidents.save(AlarmKeeper.closed(incident, this.clock.instant()));
        }
    }

}
