package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.routing.Directory;
import monitoring.storage.routing.Routing;

import org.springframework.stereotype.Component;

/** Says of every receiver whether it would be told of an alarm, and why. */
@Component
public class Routes {

    private final NotificationStore notifications;

    private final SilenceStore silences;

    private final Directory directory;

    private final StoreWatch stores;

    private final Clock clock;

    Routes(NotificationStore notifications, SilenceStore silences, PolicyStore policies, StoreWatch stores,
            Clock clock) {
        this.notifications = notifications;
        this.silences = silences;
        this.directory = new Directory(notifications, policies);
        this.stores = stores;
        this.clock = clock;
    }

    /** All receivers, those who are told first. */
    public List<Route> of(Alarm alarm) {
        return this.stores.ask(Store.RELATIONS, () -> decided(alarm), List.<Route>of());
    }

    /** The receivers and silences as they are now. */
    public Routing routing() {
        return new Routing(this.notifications.receivers(), this.silences.list(), Duration.ZERO);
    }

    /** The same, of a store that must answer. */
    List<Route> decided(Alarm alarm) {
        Instant now = this.clock.instant();
        List<Receiver> all = new ArrayList<>(this.notifications.receivers());
        this.directory.owner(alarm).ifPresent(all::add);
        Routing routing = new Routing(all, this.silences.list(), Duration.ZERO);
        List<Receiver> wanted = routing.wanted(alarm);
        List<Route> routes = new ArrayList<>();
        for (Receiver receiver : all) {
            routes.add(wanted.contains(receiver) ? Route.of(routing.decide(receiver, alarm, false, now, now))
                    : Route.outside(receiver, alarm));
        }
        routes.sort(Comparator.comparing((Route route) -> !route.isTold())
            .thenComparing((route) -> route.receiver().scope().level())
            .thenComparing((route) -> route.receiver().name()));
        return routes;
    }

}
