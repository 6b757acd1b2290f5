package monitoring.dashboard.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Who was told of an alarm and who was not. Decisions not to tell are kept by the batch;
 * of receivers that it had no reason to ask about, the reason of today is given.
 */
@Component
public class Told {

    private final NotificationStore notifications;

    private final ReceiverNames names;

    private final Routes routes;

    private final StoreWatch stores;

    Told(NotificationStore notifications, ReceiverNames names, Routes routes, StoreWatch stores) {
        this.notifications = notifications;
        this.names = names;
        this.routes = routes;
        this.stores = stores;
    }

    /** Gives a page what it needs to say so. */
    public void add(Alarm alarm, Model model) {
        Answer answer = of(alarm);
        model.addAttribute("told", answer.told());
        model.addAttribute("names", answer.names());
        model.addAttribute("untold", answer.untold());
    }

    Answer of(Alarm alarm) {
        List<Notification> told = this.stores.ask(Store.RELATIONS, () -> this.notifications.ofAlarm(alarm.id()),
                List.<Notification>of());
        Set<String> decided = told.stream().map(Notification::receiverId).collect(Collectors.toSet());
        return new Answer(told, this.names.of(decided),
                this.routes.of(alarm).stream().filter((route) -> !decided.contains(route.receiver().id())).toList());
    }

    /**
     * Who was told and who was not.
     *
     * @param told what the batch decided, oldest first
     * @param names what people call those it decided about, by id
     * @param untold all others, with the reason of today
     */
    record Answer(List<Notification> told, Map<String, String> names, List<Route> untold) {
    }

}
