package monitoring.batch.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import monitoring.batch.notify.Telling;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmConflictException;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmStep.Kind;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.notification.Reason;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the steps of alarms: the alarm, its event, its incident and what is to be told of
 * it in one transaction, so that dying at any point neither loses nor doubles anything.
 */
final class AlarmKeeper implements ItemWriter<AlarmStep> {

    private static final Logger logger = LoggerFactory.getLogger(AlarmKeeper.class);

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Telling telling;

    private final TransactionOperations transaction;

    private final Clock clock;

    AlarmKeeper(AlarmStore alarms, IncidentStore incidents, Telling telling, TransactionOperations transaction,
            Clock clock) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void write(Chunk<? extends AlarmStep> steps) {
        try {
            keep(steps.getItems());
        }
        catch (RuntimeException ex) {
            logger.warn("{} steps not kept at once, now one by one: {}", steps.size(), ex.getMessage());
            steps.getItems().forEach(this::keepAlone);
        }
    }

    private void keep(List<? extends AlarmStep> steps) {
        this.transaction.executeWithoutResult((status) -> {
            Telling.Round round = this.telling.begin();
            steps.forEach((step) -> keep(step, round));
        });
    }

    /** A failed target never fails the rest. */
    private void keepAlone(AlarmStep step) {
        try {
            keep(List.of(step));
        }
        catch (AlarmConflictException ex) {
            logger.debug("Somebody else raised it: {}", ex.getMessage());
        }
        catch (RuntimeException ex) {
            logger.error("{} of {} not kept; the next cycle tries again", step.kind(), step.alarm().target(), ex);
        }
    }

    private void keep(AlarmStep step, Telling.Round round) {
        Alarm alarm = step.alarm();
        if (step.from() != null) {
            Optional<Alarm> current = this.alarms.lock(alarm.id()).filter((kept) -> kept.state() == step.from());
            if (current.isEmpty()) {
                return; // a person or another instance was faster; the next cycle sees it
            }
            alarm = withWhatOthersDid(alarm, current.get());
        }
        if (step.kind() == Kind.DROPPED) {
            this.alarms.delete(alarm.id());
            return;
        }
        Alarm kept = this.alarms.save(alarm);
        new AlarmStep(step.kind(), step.from(), kept, step.detail()).event().ifPresent(this.alarms::append);
        if (kept.incidentId() != null) {
            this.incidents.find(kept.incidentId()).ifPresent((incident) -> tell(step.kind(), kept, incident, round));
        }
    }

    /**
     * The incident may have been found, and the alarm told, since the step was decided.
     */
    private static Alarm withWhatOthersDid(Alarm decided, Alarm current) {
        Progress mine = decided.progress();
        Progress theirs = current.progress();
        Alarm merged = decided.withProgress(new Progress(mine.startedAt(), mine.raisedAt(), theirs.acknowledgedAt(),
                mine.resolvedAt(), mine.resolvedBy(), mine.breaches(), mine.inRow(), theirs.notifiedAt()));
        return (current.incidentId() != null) ? merged.inIncident(current.incidentId()) : merged;
    }

    private void tell(Kind kind, Alarm alarm, Incident incident, Telling.Round round) {
        Instant now = this.clock.instant();
        switch (kind) {
            case ESCALATED -> {
                if (alarm.severity().compareTo(incident.severity()) > 0) {
                    this.incidents.save(incident.withSeverity(alarm.severity()));
                }
                told(alarm, round.tell(alarm, incident, Reason.ESCALATED, now), now);
            }
            case REPEATED -> told(alarm, round.tell(alarm, incident, Reason.REPEATED, now), now);
            case RECOVERED, ENDED -> {
                round.tellTheTold(alarm, incident, Reason.RECOVERED);
                closeIfOver(incident, now);
            }
            default -> {
            }
        }
    }

    private void told(Alarm alarm, boolean anybody, Instant now) {
        if (anybody) {
            this.alarms.save(alarm.withProgress(toldAt(alarm.progress(), now)));
        }
    }

    static Progress toldAt(Progress progress, Instant now) {
        return new Progress(progress.startedAt(), progress.raisedAt(), progress.acknowledgedAt(), progress.resolvedAt(),
                progress.resolvedBy(), progress.breaches(), progress.inRow(), now);
    }

    private void closeIfOver(Incident incident, Instant now) {
        boolean over = this.alarms.ofIncident(incident.id()).stream().noneMatch((alarm) -> alarm.state().isOpen());
        if (over && incident.state() == Incident.State.OPEN) {
            this.incidents.save(closed(incident, now));
        }
    }

    static Incident closed(Incident incident, Instant now) {
        return new Incident(incident.id(), incident.title(), incident.severity(), Incident.State.RESOLVED,
                incident.openedAt(), now, incident.rootAlarmId(), incident.assignee(), incident.groupKey(),
                incident.snapshot());
    }

}
