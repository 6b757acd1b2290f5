package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import monitoring.batch.notify.DeliveryWatch;
import monitoring.batch.notify.Telling;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmConflictException;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.IncidentTitle;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;

/**
 * Raises an alarm when a receiver cannot be told, tells the others of it, and resolves it
 * with the next message that the receiver takes. What cannot be told of such an alarm
 * raises none, so that nothing goes round in circles.
 */
final class DeliveryAlarms implements DeliveryWatch {

    private static final Duration LOOK_BACK = Duration.ofDays(365);

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Telling telling;

    private final Clock clock;

    DeliveryAlarms(AlarmStore alarms, IncidentStore incidents, Telling telling, Clock clock) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void givenUp(Receiver receiver, String words) {
        Instant now = this.clock.instant();
        Optional<Alarm> known = open(receiver, now);
        if (known.isPresent()) {
            this.alarms.append(event(known.get(), AlarmEvent.Type.REPEATED, now, words));
            return;
        }
        try {
            raise(receiver, words, now);
        }
        catch (AlarmConflictException ex) {
            // another instance gave up on the same receiver at this moment, and raised it
        }
    }

    private void raise(Receiver receiver, String words, Instant now) {
        AlarmTarget target = new AlarmTarget(Origin.BOSH, targetId(receiver), receiver.name(), "", "", "", "");
        Alarm raised = this.alarms.save(new Alarm("", target, Resource.NOTIFICATION, Severity.FAIL, AlarmState.RAISED,
                new Alarm.Reading(0, 0, now), new Progress(now, now, null, null, null, 1, 0, null), null));
        Incident incident = this.incidents.save(new Incident("", IncidentTitle.of(raised, 0).kept(), Severity.FAIL,
                Incident.State.OPEN, now, null, raised.id(), null, targetId(receiver), ""));
        Alarm joined = raised.inIncident(incident.id());
        this.alarms.append(event(joined, AlarmEvent.Type.RAISED, now, words));
        boolean told = this.telling.begin().tellTheOthers(joined, incident, receiver.id());
        this.alarms.save(told ? joined.withProgress(AlarmKeeper.toldAt(joined.progress(), now)) : joined);
    }

    @Override
    public void delivered(Receiver receiver) {
        Instant now = this.clock.instant();
        open(receiver, now).flatMap((alarm) -> this.alarms.lock(alarm.id()))
            .filter((alarm) -> alarm.state().isOpen())
            .ifPresent((alarm) -> resolve(alarm, now));
    }

    private void resolve(Alarm alarm, Instant now) {
        Progress was = alarm.progress();
        Alarm over = this.alarms.save(alarm.withState(AlarmState.RESOLVED)
            .withProgress(new Progress(was.startedAt(), was.raisedAt(), was.acknowledgedAt(), now, AlarmEvent.SYSTEM,
                    was.breaches(), was.inRow(), was.notifiedAt())));
        this.alarms.append(event(over, AlarmEvent.Type.RECOVERED, now, "a message was taken again"));
        this.incidents.find(String.valueOf(over.incidentId())).ifPresent((incident) -> {
            this.telling.begin().tellTheTold(over, incident, Reason.RECOVERED);
            this.incidents.save(AlarmKeeper.closed(incident, now));
        });
    }

    private Optional<Alarm> open(Receiver receiver, Instant now) {
        return this.alarms.ofTarget(targetId(receiver), TimeRange.before(now.plusSeconds(1), LOOK_BACK))
            .stream()
            .filter((alarm) -> alarm.state().isOpen())
            .findFirst();
    }

    private static AlarmEvent event(Alarm alarm, AlarmEvent.Type type, Instant now, String words) {
        return new AlarmEvent(alarm.id(), type, alarm.severity(), 0, AlarmEvent.SYSTEM, now, words);
    }

    private static String targetId(Receiver receiver) {
        return "receiver:" + receiver.id();
    }

}
