package monitoring.dashboard.placement;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.placement.Placement.CellView;
import monitoring.dashboard.placement.Placement.Tile;
import monitoring.dashboard.placement.Placement.ZoneView;

/**
 * Over how many cells and zones an app is spread.
 *
 * @param guid of the app
 * @param name what people call it
 * @param instances how many run
 * @param cells on how many cells
 * @param zones in how many zones
 */
public record Spread(String guid, String name, int instances, int cells, int zones) {

    private static final int SHOWN = 12;

    /** Of the apps that are marked, those with the least spread first. */
    static List<Spread> ofMatches(Placement placement) {
        Map<String, Places> apps = new LinkedHashMap<>();
        for (ZoneView zone : placement.zones()) {
            for (CellView cell : zone.cells()) {
                if (cell.matches() == 0) {
                    continue;
                }
                cell.tiles()
                    .stream()
                    .filter(Tile::match)
                    .forEach((tile) -> apps.computeIfAbsent(tile.appGuid(), (guid) -> new Places(tile))
                        .add(cell.machine().id(), zone.name()));
            }
        }
        return apps.entrySet()
            .stream()
            .map((app) -> app.getValue().spread(app.getKey()))
            .sorted((a, b) -> Boolean.compare(b.isOnOneCell(), a.isOnOneCell()))
            .limit(SHOWN)
            .toList();
    }

    /** Whether the whole app is lost with one cell. */
    public boolean isOnOneCell() {
        return this.instances > 1 && this.cells == 1;
    }

    /** Whether the whole app is lost with one zone, though it could be in several. */
    public boolean isInOneZone() {
        return this.instances > 1 && this.zones == 1;
    }

    private static final class Places {

        private final Tile first;

        private final Set<String> cells = new HashSet<>();

        private final Set<String> zones = new HashSet<>();

        private int instances;

        private Places(Tile first) {
            this.first = first;
        }

        private void add(String cell, String zone) {
            this.instances++;
            this.cells.add(cell);
            this.zones.add(zone);
        }

        private Spread spread(String guid) {
            return new Spread(guid, this.first.app().name(), this.instances, this.cells.size(), this.zones.size());
        }

    }

}
