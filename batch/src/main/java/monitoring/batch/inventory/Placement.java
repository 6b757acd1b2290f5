package monitoring.batch.inventory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.batch.inventory.CloudController.Instance;
import monitoring.batch.inventory.CloudController.Process;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * Where the instances of apps run: as their own points say, and as the cloud controller
 * says of those without points. Without a cloud controller the points are all there is.
 */
public final class Placement implements InventorySource {

    private static final Duration CHANGES_OF = Duration.ofHours(1);

    private static final Duration RECENT = Duration.ofSeconds(90);

    private final MetricStore metrics;

    private final InventoryStore inventory;

    private final @Nullable CloudController cloud;

    private final Clock clock;

    public Placement(CfProperties properties, MetricStore metrics, InventoryStore inventory, Clock clock) {
        this.metrics = metrics;
        this.inventory = inventory;
        this.clock = clock;
        URI url = properties.apiUrl();
        this.cloud = (url != null && Addresses.isSet(url)) ? new CloudController(properties, url, clock) : null;
    }

    @Override
    public void refresh() {
        Instant now = this.clock.instant();
        Map<String, AppInstance> before = new HashMap<>();
        this.inventory.appInstances().forEach((instance) -> before.put(instance.id(), instance));
        Map<String, Map<Integer, ContainerPlacement>> points = points(now);
        Found found = (this.cloud == null) ? seen(points, before, now) : told(this.cloud, points, before, now);
        this.inventory.replaceApps(found.apps, found.instances, now);
        this.inventory.keepChanges(found.changes, now);
    }

    private Map<String, Map<Integer, ContainerPlacement>> points(Instant now) {
        Map<String, Map<Integer, ContainerPlacement>> points = new LinkedHashMap<>();
        for (ContainerPlacement placement : this.metrics.containers(TimeRange.before(now, RECENT))) {
            Integer index = index(placement.target().tag(Tags.APPLICATION_INDEX));
            if (index != null) {
                points.computeIfAbsent(placement.target().tag(Tags.APPLICATION_ID), (app) -> new HashMap<>())
                    .merge(index, placement, Placement::newer);
            }
        }
        return points;
    }

    /** It moved: the newer cell counts. */
    private static ContainerPlacement newer(ContainerPlacement one, ContainerPlacement other) {
        return other.lastSample().isAfter(one.lastSample()) ? other : one;
    }

    private static Found seen(Map<String, Map<Integer, ContainerPlacement>> points, Map<String, AppInstance> before,
            Instant now) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        points.forEach((guid, instances) -> {
            String name = instances.values().iterator().next().target().tag(Tags.APPLICATION_NAME);
            App app = new App(guid, name, "", "", instances.size());
            found.apps.add(app);
            instances.forEach((index, point) -> found.instances
                .add(instance(new Process(guid, app, point.memoryLimit(), point.diskLimit(), null),
                        new Instance(index, "RUNNING", point.target().ip()), point, Since.of(before, now))));
        });
        return found;
    }

    private static Found told(CloudController cloud, Map<String, Map<Integer, ContainerPlacement>> points,
            Map<String, AppInstance> before, Instant now) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Since since = Since.of(before, now);
        for (Process process : cloud.processes()) {
            found.apps.add(process.app());
            Instant changed = process.changedAt();
            if (changed != null && changed.isAfter(now.minus(CHANGES_OF))) {
                String guid = process.app().guid();
                found.changes
                    .add(new Change("cf", guid + "@" + changed, guid, "app was pushed or changed", "", changed));
            }
            Map<Integer, ContainerPlacement> reporting = points.getOrDefault(process.app().guid(), Map.of());
            boolean complete = true;
            for (int index = 0; index < process.app().instances(); index++) {
                complete &= reporting.containsKey(index);
            }
            List<Instance> instances = complete ? running(process, reporting) : cloud.instances(process.guid());
            instances.forEach((one) -> found.instances.add(instance(process, one, reporting.get(one.index()), since)));
        }
        return found;
    }

    /** All instances report: nobody needs to be asked. */
    private static List<Instance> running(Process process, Map<Integer, ContainerPlacement> reporting) {
        List<Instance> instances = new ArrayList<>();
        for (int index = 0; index < process.app().instances(); index++) {
            ContainerPlacement point = reporting.get(index);
            instances.add(new Instance(index, "RUNNING", (point != null) ? point.target().ip() : ""));
        }
        return instances;
    }

    private static AppInstance instance(Process process, Instance one, @Nullable ContainerPlacement point,
            Since since) {
        String cell = (one.cellIp().isEmpty() && point != null) ? point.target().ip() : one.cellIp();
        String container = (point != null) ? point.target().tag(Tags.CONTAINER_INTERFACE) : "";
        String id = process.app().guid() + "/" + one.index();
        return new AppInstance(process.app().guid(), one.index(), one.state(), cell, container, process.memory(),
                process.disk(), since.of(id, cell));
    }

    private static @Nullable Integer index(String tag) {
        return (tag.length() < 9 && !tag.isEmpty() && tag.chars().allMatch(Character::isDigit)) ? Integer.valueOf(tag)
                : null;
    }

    @Override
    public String toString() {
        return (this.cloud != null) ? this.cloud.toString() : "container points";
    }

    private record Found(List<App> apps, List<AppInstance> instances, List<Change> changes) {
    }

    /** When an instance came to its cell. */
    private record Since(Map<String, AppInstance> before, Instant now) {

        static Since of(Map<String, AppInstance> before, Instant now) {
            return new Since(before, now);
        }

        Instant of(String id, String cell) {
            AppInstance known = this.before.get(id);
            return (known != null && known.cellIp().equals(cell)) ? known.since() : this.now;
        }

    }

}
