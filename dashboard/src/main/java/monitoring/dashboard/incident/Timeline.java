package monitoring.dashboard.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.dashboard.notification.Explanations;
import monitoring.dashboard.notification.ReceiverNames;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentScope;
import monitoring.storage.alarm.IncidentScope.Subject;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.stereotype.Component;

/** All that happened around an incident, newest first. */
@Component
class Timeline {

    private static final Duration BEFORE = Duration.ofMinutes(30);

    /** A deploy may take this long until it hurts. */
    private static final Duration CHANGED_BEFORE = Duration.ofHours(2);

    /** Apps whose scaling is asked for. */
    private static final int APPS = 100;

    /** What is told of scaling at most: an app that is scaled all day is no story. */
    private static final int SCALED = 1000;

    /** Deployments and apps whose changes are asked for. */
    private static final int SUBJECTS = 100;

    private final IncidentStore incidents;

    private final NotificationStore notifications;

    private final ReceiverNames names;

    private final ScalingStore scaling;

    private final InventoryStore inventory;

    private final Explanations explanations;

    private final Clock clock;

    Timeline(IncidentStore incidents, NotificationStore notifications, ReceiverNames names, ScalingStore scaling,
            InventoryStore inventory, Explanations explanations, Clock clock) {
        this.incidents = incidents;
        this.notifications = notifications;
        this.names = names;
        this.scaling = scaling;
        this.inventory = inventory;
        this.explanations = explanations;
        this.clock = clock;
    }

    /** All of it. */
    List<TimelineEntry> of(Incident incident, IncidentScope scope, List<IncidentAction> done) {
        return of(incident, scope, done, Integer.MAX_VALUE);
    }

    /** The newest of it, so many at most. */
    List<TimelineEntry> of(Incident incident, IncidentScope scope, List<IncidentAction> done, int limit) {
        List<TimelineEntry> timeline = new ArrayList<>(happened(incident, limit));
        List<Notification> told = this.notifications.ofIncident(incident.id(), limit);
        Map<String, String> names = this.names.of(told.stream().map(Notification::receiverId).toList());
        told.forEach((one) -> timeline.add(TimelineEntry.of(one, names.getOrDefault(one.receiverId(), one.receiverId()),
                this.explanations.of(one.delivery().detail()))));
        done.forEach((action) -> timeline.add(TimelineEntry.of(action)));
        timeline.addAll(scaled(incident, scope, limit));
        timeline.addAll(changed(incident, scope, limit));
        timeline.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return List.copyOf(timeline.subList(0, Math.min(limit, timeline.size())));
    }

    private List<TimelineEntry> happened(Incident incident, int limit) {
        return this.incidents.events(incident.id(), limit)
            .stream()
            .map((one) -> TimelineEntry.of(one, this.explanations.of(one.event().detail())))
            .toList();
    }

    /** What was deployed or changed where the alarms are, also a while before. */
    private List<TimelineEntry> changed(Incident incident, IncidentScope scope, int limit) {
        TimeRange around = around(incident, CHANGED_BEFORE);
        Map<String, String> subjects = new LinkedHashMap<>();
        for (Subject one : scope.subjects()) {
            boolean app = !one.appGuid().isEmpty();
            String subject = app ? one.appGuid() : one.deployment();
            if (!subject.isEmpty() && subjects.size() < SUBJECTS) {
                subjects.putIfAbsent(subject, app ? one.target().replaceFirst("[\\[/]\\d+\\]?$", "") : subject);
            }
        }
        return this.inventory.changes(subjects.keySet(), around, limit)
            .stream()
            .map((change) -> TimelineEntry.of(change, this.explanations.of(change.words()),
                    subjects.getOrDefault(change.subject(), change.subject())))
            .toList();
    }

    /** From half an hour before it was opened until half an hour after it was over. */
    TimeRange around(Incident incident) {
        return around(incident, BEFORE);
    }

    private TimeRange around(Incident incident, Duration before) {
        Instant end = (incident.resolvedAt() != null) ? incident.resolvedAt() : this.clock.instant();
        return new TimeRange(incident.openedAt().minus(before), end.plus(BEFORE));
    }

    private List<TimelineEntry> scaled(Incident incident, IncidentScope scope, int limit) {
        Set<String> apps = scope.subjects()
            .stream()
            .map(Subject::appGuid)
            .filter((guid) -> !guid.isEmpty())
            .distinct()
            .limit(APPS)
            .collect(Collectors.toSet());
        return this.scaling.events(apps, around(incident), Math.min(limit, SCALED))
            .stream()
            .map((event) -> TimelineEntry.of(event, this.explanations.of(event.detail())))
            .toList();
    }

}
