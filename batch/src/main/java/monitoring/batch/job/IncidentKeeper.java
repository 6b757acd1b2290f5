package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import monitoring.batch.incident.Gathering;
import monitoring.batch.incident.IncidentPlan;
import monitoring.batch.incident.IncidentProperties;
import monitoring.batch.incident.Snapshots;
import monitoring.batch.notify.NotifyProperties;
import monitoring.batch.notify.Telling;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Reason;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps incidents with the alarms that join them and what is to be told of them, one
 * transaction an incident. A raised alarm without an incident was not told yet, so that a
 * crash before this is made good by the next run.
 */
final class IncidentKeeper implements ItemWriter<IncidentPlan> {

    private static final Duration SNAPSHOT_WITHIN = Duration.ofMinutes(5);

    /** In a storm, one incident's snapshot must not delay the next cycle. */
    private static final int SNAPSHOTS_AT_ONCE = 5;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Snapshots snapshots;

    private final Telling telling;

    private final NotifyProperties properties;

    private final TransactionOperations transaction;

    private final Clock clock;

    IncidentKeeper(AlarmStore alarms, IncidentStore incidents, Snapshots snapshots, Telling telling,
            NotifyProperties properties, TransactionOperations transaction, Clock clock) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.snapshots = snapshots;
        this.telling = telling;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be kept: the incidents of the alarms that have none. */
    List<IncidentPlan> plans(IncidentProperties properties) {
        List<Alarm> open = this.alarms.open();
        if (open.stream().allMatch((alarm) -> alarm.incidentId() != null || alarm.progress().raisedAt() == null)) {
            return List.of();
        }
        return new Gathering(properties, open, this.incidents.open(), this.clock.instant()).plans();
    }

    @Override
    public void write(Chunk<? extends IncidentPlan> plans) {
        for (IncidentPlan plan : plans) {
            this.transaction.executeWithoutResult((status) -> keep(plan));
        }
    }

    /**
     * Adds what can be seen to incidents that were opened a moment ago; telling does not
     * wait.
     * @param goOn is asked before each
     */
    void addSnapshots(BooleanSupplier goOn) {
        Instant now = this.clock.instant();
        this.incidents.open()
            .stream()
            .filter((incident) -> incident.snapshot().isEmpty()
                    && incident.openedAt().isAfter(now.minus(SNAPSHOT_WITHIN)))
            .limit(SNAPSHOTS_AT_ONCE)
            .takeWhile((incident) -> goOn.getAsBoolean())
            .forEach((incident) -> this.alarms.find(String.valueOf(incident.rootAlarmId()))
                .ifPresent((root) -> addSnapshot(incident.id(), this.snapshots.take(root, now))));
    }

    private void addSnapshot(String incidentId, String snapshot) {
        this.transaction
            .executeWithoutResult(
                    (status) -> this.incidents.find(incidentId)
                        .ifPresent((kept) -> this.incidents.save(new Incident(kept.id(), kept.title(), kept.severity(),
                                kept.state(), kept.openedAt(), kept.resolvedAt(), kept.rootAlarmId(), kept.assignee(),
                                kept.groupKey(), snapshot))));
    }

    private void keep(IncidentPlan plan) {
        Instant now = this.clock.instant();
        List<Alarm> joining = joining(plan);
        if (joining.isEmpty()) {
            return;
        }
        boolean isNew = plan.incident().id().isEmpty();
        Incident incident = this.incidents.save(withWorst(plan.incident(), joining));
        Instant notBefore = isNew ? now.plus(this.properties.groupWait()) : next(incident, now);
        Telling.Round round = this.telling.begin();
        for (Alarm alarm : joining) {
            Alarm joined = alarm.inIncident(incident.id());
            String cause = plan.causes().get(alarm.id());
            if (cause != null) {
                this.alarms.save(joined);
                this.alarms.append(inhibited(joined, cause, now));
                round.inhibit(joined, incident, cause);
                continue;
            }
            Reason reason = (alarm.resource() == Resource.BLIND) ? Reason.BLIND : Reason.RAISED;
            boolean told = round.tell(joined, incident, reason, notBefore);
            this.alarms.save(told ? joined.withProgress(AlarmKeeper.toldAt(joined.progress(), now)) : joined);
        }
    }

    private List<Alarm> joining(IncidentPlan plan) {
        List<Alarm> joining = new ArrayList<>();
        for (Alarm alarm : plan.alarms()) {
            this.alarms.lock(alarm.id())
                .filter((kept) -> kept.incidentId() == null && kept.state().isOpen())
                .ifPresent(joining::add);
        }
        return joining;
    }

    private static Incident withWorst(Incident incident, List<Alarm> joining) {
        Incident worst = incident;
        for (Alarm alarm : joining) {
            if (alarm.severity().compareTo(worst.severity()) > 0) {
                worst = worst.withSeverity(alarm.severity());
            }
        }
        return worst;
    }

    /** An incident that was told a moment ago is told again only after the interval. */
    private Instant next(Incident incident, Instant now) {
        return this.alarms.ofIncident(incident.id())
            .stream()
            .map((alarm) -> alarm.progress().notifiedAt())
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .map((told) -> told.plus(this.properties.groupInterval()))
            .filter((next) -> next.isAfter(now))
            .orElse(now);
    }

    private static AlarmEvent inhibited(Alarm alarm, String cause, Instant now) {
        return new AlarmEvent(alarm.id(), AlarmEvent.Type.INHIBITED, alarm.severity(), alarm.reading().value(),
                AlarmEvent.SYSTEM, now, "explained by alarm " + cause);
    }

}
