package monitoring.dashboard.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.notification.Explanations;
import monitoring.dashboard.notification.ReceiverNames;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.stereotype.Component;

/** All that happened around an incident, newest first. */
@Component
class Timeline {

    private static final Duration BEFORE = Duration.ofMinutes(30);

    /** Apps whose scaling is asked for. */
    private static final int APPS = 20;

    private final AlarmStore alarms;

    private final NotificationStore notifications;

    private final ReceiverNames names;

    private final ScalingStore scaling;

    private final Explanations explanations;

    private final Clock clock;

    Timeline(AlarmStore alarms, NotificationStore notifications, ReceiverNames names, ScalingStore scaling,
            Explanations explanations, Clock clock) {
        this.alarms = alarms;
        this.notifications = notifications;
        this.names = names;
        this.scaling = scaling;
        this.explanations = explanations;
        this.clock = clock;
    }

    List<TimelineEntry> of(Incident incident, List<Alarm> own, List<IncidentAction> done) {
        List<TimelineEntry> timeline = new ArrayList<>();
        own.forEach((alarm) -> this.alarms.events(alarm.id())
            .forEach((event) -> timeline.add(TimelineEntry.of(alarm, event))));
        List<Notification> told = this.notifications.ofIncident(incident.id());
        Map<String, String> names = this.names.of(told.stream().map(Notification::receiverId).toList());
        told.forEach((one) -> timeline.add(TimelineEntry.of(one, names.getOrDefault(one.receiverId(), one.receiverId()),
                this.explanations.of(one.delivery().detail()))));
        done.forEach((action) -> timeline.add(TimelineEntry.of(action)));
        timeline.addAll(scaled(incident, own));
        timeline.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return timeline;
    }

    private List<TimelineEntry> scaled(Incident incident, List<Alarm> own) {
        Instant end = (incident.resolvedAt() != null) ? incident.resolvedAt() : this.clock.instant();
        TimeRange around = new TimeRange(incident.openedAt().minus(BEFORE), end.plus(BEFORE));
        return own.stream()
            .map((alarm) -> alarm.target().appGuid())
            .filter((guid) -> !guid.isEmpty())
            .distinct()
            .limit(APPS)
            .flatMap((guid) -> this.scaling.events(guid, new PageRequest(0, 50)).items().stream())
            .filter((event) -> around.contains(event.at()))
            .map(TimelineEntry::of)
            .toList();
    }

}
