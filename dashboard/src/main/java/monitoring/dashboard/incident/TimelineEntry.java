package monitoring.dashboard.incident;

import java.time.Instant;
import java.util.Locale;

import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentEvent;
import monitoring.storage.inventory.Change;
import monitoring.storage.notification.Notification;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import org.jspecify.annotations.Nullable;

/**
 * One thing on the time line of an incident.
 *
 * @param at when
 * @param kind event, told, scaled, changed or action
 * @param key key of its text within the kind
 * @param tone key of its colour and icon
 * @param subject what or whom it is about
 * @param user who did it, empty for nobody
 * @param detail in words
 * @param page address of the page that says more, empty where there is none
 * @param action what somebody wrote, null if it is something else
 */
public record TimelineEntry(Instant at, String kind, String key, String tone, String subject, String user,
        String detail, String page, @Nullable IncidentAction action) {

    static TimelineEntry of(IncidentEvent one, String words) {
        AlarmEvent event = one.event();
        String tone = switch (event.type()) {
            case RAISED, ESCALATED, REPEATED, DEESCALATED -> event.severity().code();
            case RECOVERED, RESOLVED -> "running";
            default -> "info";
        };
        return new TimelineEntry(event.at(), "event", "alarm.event." + event.type(), tone, one.target(),
                AlarmEvent.SYSTEM.equals(event.user()) ? "" : event.user(), words, "", null);
    }

    static TimelineEntry of(Notification one, String receiver, String words) {
        Notification.Delivery delivery = one.delivery();
        @Nullable Instant sent = delivery.sentAt();
        String tone = (delivery.state() == Notification.State.GIVEN_UP) ? "critical" : "info";
        return new TimelineEntry((sent == null) ? one.createdAt() : sent, "told",
                "notification.state." + delivery.state(), tone, receiver, "", words, "/notification/" + one.id(), null);
    }

    static TimelineEntry of(ScalingEvent event, String words) {
        ScalingDecision decision = event.decision();
        boolean done = event.outcome() == ScalingEvent.Outcome.SCALED;
        return new TimelineEntry(event.at(), "scaled", "scaling.outcome." + event.outcome(), done ? "info" : "warning",
                decision.appName(), "", decision.from() + " → " + decision.to() + (done ? "" : " " + words), "", null);
    }

    static TimelineEntry of(Change change, String words, String name) {
        return new TimelineEntry(change.at(), "changed", "incident.changed", "info", name, change.user(), words, "",
                null);
    }

    static TimelineEntry of(IncidentAction action) {
        return new TimelineEntry(action.at(), "action", "incident.action", "note", "", action.user(),
                action.description(), "", action);
    }

    public String id() {
        return this.kind.toLowerCase(Locale.ROOT) + this.at.toEpochMilli();
    }

}
