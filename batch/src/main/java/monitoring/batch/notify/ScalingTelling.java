package monitoring.batch.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.routing.Directory;
import monitoring.storage.routing.SilencePeriod;
import monitoring.storage.scaling.ScalingEvent;

/**
 * Decides who is told that an app was scaled, or could not be, and puts it into the
 * outbox within the caller's transaction: the owner of the app and the receivers who want
 * to know of scaling. Who is not told is kept as well, with the reason. A silence on the
 * app keeps it from being told at all, as it is nothing that anybody must still do later.
 */
public final class ScalingTelling {

    private final NotificationStore notifications;

    private final SilenceStore silences;

    private final InventoryStore inventory;

    private final Directory directory;

    private final Clock clock;

    public ScalingTelling(NotificationStore notifications, SilenceStore silences, InventoryStore inventory,
            PolicyStore policies, Clock clock) {
        this.notifications = notifications;
        this.silences = silences;
        this.inventory = inventory;
        this.directory = new Directory(notifications, policies);
        this.clock = clock;
    }

    /** Tells of an event, once however often it is called for the same decision. */
    public void tell(ScalingEvent event) {
        Instant now = this.clock.instant();
        String app = event.decision().appGuid();
        String owner = ownerPath(this.inventory, app);
        Optional<String> silence = SilencePeriod.longestOfApp(this.silences.list(), app, owner, now)
            .map(SilencePeriod::words);
        List<Receiver> wanted = wanted(app, owner);
        if (wanted.isEmpty()) {
            enqueue(event, Telling.NOBODY, suppressed("no receiver for scaling", now), now);
        }
        for (Receiver receiver : wanted) {
            Optional<String> why = receiver.enabled() ? silence : Optional.of("receiver is switched off");
            enqueue(event, receiver.id(),
                    why.map((words) -> suppressed(words, now)).orElseGet(() -> Delivery.queued(now)), now);
        }
    }

    private static Delivery suppressed(String why, Instant now) {
        return new Delivery(State.SUPPRESSED, 0, now, null, "", why);
    }

    private void enqueue(ScalingEvent event, String receiverId, Delivery delivery, Instant now) {
        this.notifications
            .enqueue(new Notification("", null, null, receiverId, Reason.SCALED, event.decision().id(), delivery, now));
    }

    private List<Receiver> wanted(String app, String owner) {
        List<Receiver> wanted = new ArrayList<>();
        this.directory.receivers()
            .stream()
            .filter((receiver) -> receiver.scope().coversScaling(app, owner))
            .forEach(wanted::add);
        this.directory.owner(app).ifPresent(wanted::add);
        return wanted;
    }

    /** Organization / space of an app, as alarms name it; empty if it is gone. */
    static String ownerPath(InventoryStore inventory, String appGuid) {
        return inventory.app(appGuid).map((App app) -> app.organization() + " / " + app.space()).orElse("");
    }

}
