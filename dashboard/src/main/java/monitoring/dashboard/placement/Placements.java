package monitoring.dashboard.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.inventory.TargetState;
import monitoring.dashboard.inventory.Usages;
import monitoring.dashboard.placement.Placement.CellView;
import monitoring.dashboard.placement.Placement.Tile;
import monitoring.dashboard.placement.Placement.ZoneView;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.inventory.App;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage.LastSeen;
import monitoring.storage.metric.TimeRange;

import org.springframework.stereotype.Component;

/**
 * Says which container runs where: now out of the inventory, before out of what the
 * containers reported.
 */
@Component
class Placements {

    private static final Comparator<Tile> ORDER = Comparator.comparing((Tile tile) -> tile.app().name())
        .thenComparing(Tile::appGuid)
        .thenComparingInt(Tile::index);

    /** Searches whose apps are kept. */
    private static final int SEARCHES = 20;

    private final Foundations foundations;

    private final Usages usages;

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Memo<Placement> everything;

    private final Answers<String, Set<String>> searches;

    /** Whether the placement that is kept says how much containers use. */
    private volatile boolean measured;

    Placements(Foundations foundations, Usages usages, MetricStore metrics, StoreWatch stores, Clock clock) {
        this.foundations = foundations;
        this.usages = usages;
        this.metrics = metrics;
        this.stores = stores;
        this.everything = Memo.behind(this::look, foundations.age(), clock);
        this.searches = new Answers<>(SEARCHES, foundations.age(), clock);
    }

    /**
     * What runs where.
     * @param at a moment in the past as people or programs write it, empty for now
     * @param search part of an app's name, or its GUID, in lower case; marked
     */
    Placement of(String at, String search) {
        return at.isBlank() ? now(search) : at(TimeChoice.instant("at", at, Viewer.currentZone()), search);
    }

    /** What runs where now; some of it is marked. */
    Placement now(String search) {
        Placement all = this.everything.get();
        if (search.isEmpty()) {
            return all;
        }
        if (search.indexOf('[') >= 0) {
            // one of the instances, not an app
            return all.marked((tile) -> fits(search, tile.name(), tile.appGuid()));
        }
        Set<String> apps = this.searches.to(search, this::apps, Set.of());
        return apps.isEmpty() ? all : all.marked((tile) -> apps.contains(tile.appGuid()));
    }

    /** Looks at each app once, however many instances it has. */
    private Set<String> apps(String search) {
        Set<String> apps = new HashSet<>();
        for (AppState one : this.foundations.now().apps()) {
            if (fits(search, one.app().name(), one.app().guid())) {
                apps.add(one.app().guid());
            }
        }
        return apps;
    }

    /**
     * Waits until it is known how much containers use, for those who look at that;
     * everybody else is told at once where they run.
     */
    void measure() {
        if (!this.usages.of(Origin.CONTAINER).isEmpty() && !this.measured) {
            this.everything.forget();
        }
    }

    private Placement look() {
        Foundation foundation = this.foundations.now();
        Usages.Usage usage = this.usages.knownOfContainers();
        this.measured = !usage.isEmpty();
        Map<String, List<Tile>> byCell = new HashMap<>();
        for (Container one : foundation.containers()) {
            String id = this.measured ? one.instance().id() : "";
            Tile tile = new Tile(one.app(), one.instance().index(), one.state(), usage.cpu(id), usage.memory(id),
                    one.instance().since(), false, false);
            byCell.computeIfAbsent(one.instance().cellIp(), (ip) -> new ArrayList<>()).add(tile);
        }
        return arranged(foundation, byCell);
    }

    /** What ran where at another time, as the containers reported it then. */
    Placement at(Instant time, String search) {
        Foundation foundation = this.foundations.now();
        Set<String> here = new HashSet<>();
        foundation.containers().forEach((one) -> here.add(one.instance().id() + "@" + one.instance().cellIp()));
        TimeRange range = TimeRange.before(time, Duration.ofSeconds(150));
        Usages.Usage usage = this.usages.at(Origin.CONTAINER, time);
        Map<String, List<Tile>> byCell = new HashMap<>();
        Map<String, App> apps = new HashMap<>();
        for (LastSeen one : this.stores.ask(Store.METRICS, () -> this.metrics.lastSeen(Origin.CONTAINER, range),
                List.<LastSeen>of())) {
            MetricTarget target = one.target();
            String guid = target.tag(Tags.APPLICATION_ID);
            boolean moved = !here.contains(target.id() + "@" + target.ip());
            if (!guid.isEmpty()) {
                byCell.computeIfAbsent(target.ip(), (ip) -> new ArrayList<>())
                    .add(new Tile(app(apps, target), index(target), TargetState.RUNNING, usage.cpu(target.id()),
                            usage.memory(target.id()), null, fits(search, target.name(), guid), moved));
            }
        }
        return arranged(foundation, byCell);
    }

    /** One object for all instances that bear the same name. */
    private static App app(Map<String, App> apps, MetricTarget target) {
        String guid = target.tag(Tags.APPLICATION_ID);
        String name = target.tag(Tags.APPLICATION_NAME);
        return apps.computeIfAbsent(guid + " " + name, (any) -> new App(guid, name, "", "", 0));
    }

    private static Placement arranged(Foundation foundation, Map<String, List<Tile>> byCell) {
        int total = byCell.values().stream().mapToInt(List::size).sum();
        Map<String, List<CellView>> zones = new TreeMap<>();
        for (Vm cell : foundation.cells()) {
            List<Tile> tiles = new ArrayList<>(byCell.getOrDefault(cell.machine().ip(), List.of()));
            byCell.remove(cell.machine().ip());
            tiles.sort(ORDER);
            zones.computeIfAbsent(cell.machine().zone(), (zone) -> new ArrayList<>()).add(CellView.of(cell, tiles));
        }
        List<Tile> homeless = byCell.values().stream().flatMap(List::stream).sorted(ORDER).toList();
        List<ZoneView> views = zones.entrySet()
            .stream()
            .map((zone) -> new ZoneView(zone.getKey(), zone.getValue()))
            .toList();
        return new Placement(views, homeless, total);
    }

    private static boolean fits(String search, String name, String guid) {
        return !search.isEmpty() && (name.toLowerCase(Locale.ROOT).contains(search) || guid.equals(search));
    }

    private static int index(MetricTarget target) {
        try {
            return Integer.parseInt(target.tag(Tags.APPLICATION_INDEX));
        }
        catch (NumberFormatException ex) {
            return 0; // an agent that sends no index sends one container
        }
    }

}
