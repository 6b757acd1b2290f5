package monitoring.dashboard.notification;

import java.time.Instant;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.notification.Receiver;
import monitoring.storage.routing.Routing.Decision;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one receiver, and why.
 *
 * @param receiver which one
 * @param key told, waits, silenced, below, off, origin, deployment or app
 * @param words of a silence, empty otherwise
 * @param due when a silence ends, null otherwise
 */
public record Route(Receiver receiver, String key, String words, @Nullable Instant due) {

    static Route of(Decision decision) {
        return switch (decision.answer()) {
            case TOLD -> new Route(decision.receiver(), "told", "", null);
            case WAITS -> new Route(decision.receiver(), "waits", "", null);
            case SILENCED -> new Route(decision.receiver(), "silenced", decision.words(), decision.due());
            case BELOW_MINIMUM -> new Route(decision.receiver(), "below", "", null);
            case SWITCHED_OFF -> new Route(decision.receiver(), "off", "", null);
        };
    }

    /** Why a receiver does not want to know of an alarm at all. */
    static Route outside(Receiver receiver, Alarm alarm) {
        Receiver.Scope scope = receiver.scope();
        if (scope.origin() != null && scope.origin() != alarm.target().origin()) {
            return new Route(receiver, "origin", "", null);
        }
        return new Route(receiver, scope.deployment().isEmpty() ? "app" : "deployment", "", null);
    }

    /** Whether it is told, now or when nobody acknowledges. */
    public boolean isTold() {
        return this.key.equals("told") || this.key.equals("waits");
    }

}
