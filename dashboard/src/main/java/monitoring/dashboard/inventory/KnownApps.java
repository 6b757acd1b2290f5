package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import org.jspecify.annotations.Nullable;

/**
 * The apps and their instances as they were read, which are read again only when they are
 * others: to read 100,000 rows takes longer, and more memory, than all that is made of
 * them.
 */
final class KnownApps {

    /**
     * They are read again after so long in any case: a batch of before the version was
     * kept does not count it up.
     */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InventoryStore inventory;

    private final Clock clock;

    private Instant readAt = Instant.EPOCH;

    private @Nullable Apps known;

    KnownApps(InventoryStore inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    /** As they are now. */
    synchronized Apps read() {
        // before the rows: what changes between is read once more the next time
        long version = this.inventory.appsVersion();
        Instant now = this.clock.instant();
        Apps apps = this.known;
        if (apps == null || apps.version() != version || !now.isBefore(this.readAt.plus(LONGEST))) {
            apps = Apps.of(version, this.inventory.apps(), this.inventory.appInstances());
            this.known = apps;
            this.readAt = now;
        }
        return apps;
    }

    /**
     * What was read.
     *
     * @param version of it
     * @param byGuid all apps in order, also those of which only instances are known
     * @param instances of all of them
     */
    record Apps(long version, Map<String, App> byGuid, List<AppInstance> instances) {

        static final Apps NONE = new Apps(-1, Map.of(), List.of());

        private static Apps of(long version, List<App> apps, List<AppInstance> instances) {
            Map<String, App> byGuid = new LinkedHashMap<>();
            apps.forEach((app) -> byGuid.putIfAbsent(app.guid(), app));
            instances.forEach(
                    (instance) -> byGuid.computeIfAbsent(instance.appGuid(), (guid) -> new App(guid, guid, "", "", 0)));
            return new Apps(version, byGuid, instances);
        }

        App app(AppInstance instance) {
            App app = this.byGuid.get(instance.appGuid());
            if (app == null) {
                throw new IllegalStateException("app of " + instance.id() + ": not there (expected: one for each)");
            }
            return app;
        }

    }

}
