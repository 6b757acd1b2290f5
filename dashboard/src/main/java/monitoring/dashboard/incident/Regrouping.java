package monitoring.dashboard.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.IncidentTitle;
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
            settle(from, from.rootAlarmId());
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
            Incident fresh = this.incidents
                .save(new Incident("", IncidentTitle.of(first, 0).kept(), first.severity(), Incident.State.OPEN,
                        first.progress().since(), null, first.id(), from.assignee(), "split:" + first.id(), ""));
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

    /**
     * Makes severity, state, times and root of an incident fit its alarms. One without
     * any is over: since it was, or from now on.
     */
    private void settle(Incident incident, @Nullable String root) {
        List<Alarm> own = this.alarms.ofIncident(incident.id());
        Severity worst = own.stream().map(Alarm::severity).max(Comparator.naturalOrder()).orElse(incident.severity());
        boolean open = own.stream().anyMatch((alarm) -> alarm.state().isOpen());
        boolean rooted = own.stream().anyMatch((alarm) -> alarm.id().equals(root));
        Instant opened = own.stream()
            .map((alarm) -> alarm.progress().since())
            .min(Comparator.naturalOrder())
            .orElse(incident.openedAt());
        this.incidents.regroup(new Incident(incident.id(), incident.title(), worst,
                open ? Incident.State.OPEN : Incident.State.RESOLVED, opened, open ? null : over(incident, own),
                (rooted || own.isEmpty()) ? root : own.get(0).id(), incident.assignee(), incident.groupKey(),
                incident.snapshot()));
    }

    /** When the last of its alarms was over; when it was tidied up does not matter. */
    private Instant over(Incident incident, List<Alarm> own) {
        Instant kept = (incident.resolvedAt() != null) ? incident.resolvedAt() : this.clock.instant();
        return own.stream()
            .map((alarm) -> alarm.progress().resolvedAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(kept);
    }

    /** An incident that is there. */
    Incident find(String id) {
        return this.incidents.find(id).orElseThrow(() -> new NotFoundException("incident", id));
    }

}
