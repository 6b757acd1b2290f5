package monitoring.dashboard.notification;

import java.time.Instant;

import monitoring.storage.notification.Receiver;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one receiver, as programs get it: without its address and secret.
 *
 * @param receiverId which one; {@code app:<GUID>} for the owner of an app's policy
 * @param receiver what people call it
 * @param channel how it is reached
 * @param answer told, waits, silenced, below, off, origin, deployment or app
 * @param step step of the escalation, 0 for those who are told at once
 * @param words of a silence, in the account's language; empty otherwise
 * @param due when a silence ends, null otherwise
 */
record RouteView(String receiverId, String receiver, Receiver.Channel channel, String answer, int step, String words,
        @Nullable Instant due) {

    static RouteView of(Route route, Explanations explanations) {
        Receiver receiver = route.receiver();
        return new RouteView(receiver.id(), receiver.name(), receiver.channel(), route.key(), receiver.scope().level(),
                explanations.of(route.words()), route.due());
    }

}
