package monitoring.dashboard.incident;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts alarms together that belong together, and apart that do not. Each alarm is locked
 * while it moves, so that the batch's next step finds it in its new incident.
 */
@Component
class Regrouping {

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private final TransactionOperations transaction;

    private final Audit audit;

    private final Clock clock;

    Regrouping(IncidentStore incidents, AlarmStore alarms, TransactionOperations transaction, Audit audit,
            Clock clock) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves all alarms of an incident into another one, which takes its place. */
    void merge(String id, String into) {
        if (id.equals(into)) {
            throw new InvalidInputException("into", into, "the number of another incident");
        }
        Incident from = find(id);
        Incident to = find(into);
        this.transaction.executeWithoutResult((status) -> {
            List<Alarm> moved = this.alarms.ofIncident(id);
            moved.forEach((alarm) -> move(alarm.id(), into));
            settle(to, to.rootAlarmId());
            this.incidents
                .regroup(new Incident(id, from.title(), from.severity(), Incident.State.RESOLVED, from.openedAt(),
                        this.clock.instant(), from.rootAlarmId(), from.assignee(), from.groupKey(), from.snapshot()));
            this.audit.record("incident.merge", "incidents/" + id, moved.size() + " alarms into incident " + into);
        });
    }

    /**
     * Moves some alarms of an incident into a new one.
     * @return the new one's id
     */
    String split(String id, List<String> alarmIds) {
        Incident from = find(id);
        List<Alarm> all = this.alarms.ofIncident(id);
        List<Alarm> chosen = all.stream().filter((alarm) -> alarmIds.contains(alarm.id())).toList();
        if (chosen.isEmpty() || chosen.size() == all.size()) {
            throw new InvalidInputException("ids", chosen.size() + " of " + all.size() + " alarms",
                    "at least one of the incident's alarms, and not all");
        }
        return this.transaction.execute((status) -> {
            Alarm first = chosen.get(0);
            Incident fresh = this.incidents.save(new Incident("", first.target().name() + " " + first.resource(),
                    first.severity(), Incident.State.OPEN, first.progress().startedAt(), null, first.id(),
                    from.assignee(), "split:" + first.id(), ""));
            chosen.forEach((alarm) -> move(alarm.id(), fresh.id()));
            settle(fresh, first.id());
            settle(from, from.rootAlarmId());
            this.audit.record("incident.split", "incidents/" + id,
                    chosen.size() + " alarms into incident " + fresh.id());
            return fresh.id();
        });
    }

    private void move(String alarmId, String incidentId) {
        this.alarms.lock(alarmId).ifPresent((alarm) -> this.alarms.save(alarm.inIncident(incidentId)));
    }

    /** Makes severity, state and root of an incident fit its alarms. */
    private void settle(Incident incident, @Nullable String root) {
        List<Alarm> own = this.alarms.ofIncident(incident.id());
        Severity worst = own.stream().map(Alarm::severity).max(Comparator.naturalOrder()).orElse(incident.severity());
        boolean open = own.stream().anyMatch((alarm) -> alarm.state().isOpen());
        boolean rooted = own.stream().anyMatch((alarm) -> alarm.id().equals(root));
        this.incidents.regroup(new Incident(incident.id(), incident.title(), worst,
                open ? Incident.State.OPEN : Incident.State.RESOLVED, incident.openedAt(),
                open ? null : this.clock.instant(), (rooted || own.isEmpty()) ? root : own.get(0).id(),
                incident.assignee(), incident.groupKey(), incident.snapshot()));
    }

    /** An incident that is there. */
    Incident find(String id) {
        return this.incidents.find(id).orElseThrow(() -> new NotFoundException("incident", id));
    }

}
