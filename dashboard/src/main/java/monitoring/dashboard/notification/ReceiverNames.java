package monitoring.dashboard.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What people call those who are told: a receiver's name, or the app whose owner it is.
 */
@Component
public class ReceiverNames {

    private static final String OWNER = "app:";

    private final NotificationStore notifications;

    private final InventoryStore inventory;

    private final StoreWatch stores;

    private final MessageSource messages;

    ReceiverNames(NotificationStore notifications, InventoryStore inventory, StoreWatch stores,
            MessageSource messages) {
        this.notifications = notifications;
        this.inventory = inventory;
        this.stores = stores;
        this.messages = messages;
    }

    /** A name for each id; the id itself where nobody knows it any more. */
    public Map<String, String> of(Collection<String> ids) {
        Map<String, String> names = this.stores.ask(Store.RELATIONS, this.notifications::receivers, List.<Receiver>of())
            .stream()
            .collect(Collectors.toMap(Receiver::id, Receiver::name, (a, b) -> a, HashMap::new));
        Set<String> unnamed = new HashSet<>(ids);
        unnamed.removeAll(names.keySet());
        unnamed.forEach((id) -> names.put(id, id.startsWith(OWNER) ? owner(id.substring(OWNER.length())) : id));
        return names;
    }

    private String owner(String guid) {
        String app = this.stores.ask(Store.RELATIONS, () -> this.inventory.app(guid).map(App::name).orElse(guid), guid);
        return this.messages.getMessage("notification.owner", new Object[] { app }, LocaleContextHolder.getLocale());
    }

}
