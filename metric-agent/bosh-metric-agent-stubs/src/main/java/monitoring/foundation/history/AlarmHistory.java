package monitoring.foundation.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.foundation.history.PastAlarm.Step;
import monitoring.foundation.story.Episode;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.Alarm.Reading;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmEvent.Type;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.IncidentTitle;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the alarms of the past with their events, incidents, actions and notifications.
 */
final class AlarmHistory {

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final NotificationStore notifications;

    AlarmHistory(AlarmStore alarms, IncidentStore incidents, NotificationStore notifications) {
        this.alarms = alarms;
        this.incidents = incidents;
        this.notifications = notifications;
    }

    /** Whether any alarm was raised in a stretch of time. */
    boolean knows(TimeRange range) {
        return this.alarms
            .search(new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(), range, "", new PageRequest(0, 1)))
            .total() > 0;
    }

    /** Keeps the alarms of one episode, and the incident that they were. */
    void keep(Episode episode, Chronicle chronicle) {
        List<PastAlarm> past = chronicle.alarms(episode);
        PastAlarm root = past.get(0);
        Severity worst = past.stream().map(PastAlarm::worst).max(Severity::compareTo).orElseThrow();
        Instant over = past.stream().map(PastAlarm::resolvedAt).max(Instant::compareTo).orElseThrow();
        String title = new IncidentTitle(root.target().name(), root.resource(), past.size() - 1).kept();
        String assignee = acknowledged(root) == null ? null : "admin";
        Incident incident = this.incidents.save(new Incident("", title, worst, Incident.State.RESOLVED, root.raisedAt(),
                over, null, assignee, chronicle.groupKey(episode), ""));
        List<Alarm> kept = new ArrayList<>();
        for (PastAlarm alarm : past) {
            kept.add(keep(alarm, incident));
        }
        this.incidents.save(new Incident(incident.id(), title, worst, Incident.State.RESOLVED, root.raisedAt(), over,
                kept.get(0).id(), assignee, incident.groupKey(), ""));
    }

    private Alarm keep(PastAlarm past, Incident incident) {
        Instant told = past.steps()
            .stream()
            .filter((step) -> reason(step) != null)
            .map(Step::at)
            .max(Instant::compareTo)
            .orElse(past.raisedAt());
        Progress progress = new Progress(past.raisedAt().minusSeconds(60), past.raisedAt(), acknowledged(past),
                past.resolvedAt(), past.last().user(), past.steps().size(), 0, told);
        Alarm alarm = this.alarms.save(new Alarm("", past.target(), past.resource(), past.worst(), AlarmState.RESOLVED,
                new Reading(past.worstValue(), past.threshold(), past.resolvedAt()), progress, incident.id()));
        for (Step step : past.steps()) {
            this.alarms.append(
                    new AlarmEvent(alarm.id(), step.type(), step.severity(), step.value(), step.user(), step.at(), ""));
            Reason reason = reason(step);
            if (reason != null) {
                tell(alarm, incident, step, reason);
            }
        }
        if (!past.action().isEmpty()) {
            this.incidents.save(new IncidentAction("", alarm.id(), past.action(), "admin",
                    past.resolvedAt().plusSeconds(420), null));
        }
        return alarm;
    }

    private static @Nullable Instant acknowledged(PastAlarm past) {
        return past.steps()
            .stream()
            .filter((step) -> step.type() == Type.ACKNOWLEDGED)
            .map(Step::at)
            .findFirst()
            .orElse(null);
    }

    private static @Nullable Reason reason(Step step) {
        return switch (step.type()) {
            case RAISED -> Reason.RAISED;
            case ESCALATED -> Reason.ESCALATED;
            case ACKNOWLEDGED -> Reason.ACKNOWLEDGED;
            case RECOVERED -> Reason.RECOVERED;
            default -> null;
        };
    }

    private void tell(Alarm alarm, Incident incident, Step step, Reason reason) {
        Origin origin = alarm.target().origin();
        List<String> receivers = (origin == Origin.APP) ? List.of("app:" + alarm.target().appGuid())
                : this.notifications.receivers()
                    .stream()
                    .filter((receiver) -> receiver.scope().origin() == origin)
                    .map(Receiver::id)
                    .toList();
        for (String receiver : receivers) {
            Instant sent = step.at().plusSeconds(4);
            String messageId = "<" + alarm.id() + "." + reason + "@monitoring.history>";
            this.notifications.enqueue(new Notification("", incident.id(), alarm.id(), receiver, reason, "once",
                    new Delivery(Notification.State.SENT, 1, step.at(), sent, messageId, "250 2.0.0 OK"), step.at()));
        }
    }

}
