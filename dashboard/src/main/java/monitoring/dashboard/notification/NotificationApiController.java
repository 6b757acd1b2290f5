package monitoring.dashboard.notification;

import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was told to whom, for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationApiController {

    private final NotificationStore notifications;

    private final StoreWatch stores;

    NotificationApiController(NotificationStore notifications, StoreWatch stores) {
        this.notifications = notifications;
        this.stores = stores;
    }

    /** The outbox, newest first. */
    @GetMapping
    ApiPage<Notification> list(ApiPage.Part page) {
        PageRequest request = page.request();
        return ApiPage.of(this.stores.require(Store.RELATIONS, () -> this.notifications.list(request)), request);
    }

}
