package monitoring.dashboard.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.placement.Placement.CellView;
import monitoring.dashboard.placement.Placement.Tile;
import monitoring.dashboard.web.Memo;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * All containers in the short form that a browser draws: 100,000 of them are about 300 KB
 * on the wire. One is written for all who look.
 */
@Component
class PlacementMap {

    private final Placements placements;

    private final JsonMapper json;

    private final Clock clock;

    private final Map<String, Memo<byte[]>> memos = new HashMap<>();

    PlacementMap(Placements placements, JsonMapper json, Clock clock) {
        this.placements = placements;
        this.json = json;
        this.clock = clock;
        PlacementController.COLOURS
            .forEach((by) -> this.memos.put(by, Memo.behind(() -> write(by), Duration.ofSeconds(5), clock)));
    }

    /** JSON of all of it, coloured by state, cpu, memory or age. */
    byte[] of(String by) {
        Memo<byte[]> memo = this.memos.get(by);
        if (memo == null) {
            throw new IllegalArgumentException("by: " + by + " (expected: " + PlacementController.COLOURS + ")");
        }
        return memo.get();
    }

    private byte[] write(String by) {
        Instant now = this.clock.instant();
        if (PlacementController.isMeasured(by)) {
            this.placements.measure();
        }
        Map<String, Integer> names = new LinkedHashMap<>();
        List<Zone> zones = this.placements.now("")
            .zones()
            .stream()
            .map((zone) -> new Zone(zone.name(),
                    zone.cells().stream().map((cell) -> cell(cell, names, by, now)).toList()))
            .toList();
        return this.json.writeValueAsBytes(new Drawing(zones, List.copyOf(names.keySet())));
    }

    private static Cell cell(CellView cell, Map<String, Integer> names, String by, Instant now) {
        List<Integer> tiles = new ArrayList<>(cell.tiles().size() * 3);
        for (Tile tile : cell.tiles()) {
            tiles.add(names.computeIfAbsent(tile.app().name(), (name) -> names.size()));
            tiles.add(tile.index());
            tiles.add("state".equals(by) ? tile.state().ordinal() : tile.heat(by, now));
        }
        return new Cell(cell.machine().id(), cell.machine().name(), cell.vm().state().ordinal(), tiles);
    }

    /**
     * What is drawn.
     *
     * @param zones by zone
     * @param apps names of apps; tiles refer to them by number
     */
    record Drawing(List<Zone> zones, List<String> apps) {
    }

    /**
     * A zone.
     *
     * @param name its name
     * @param cells its cells
     */
    record Zone(String name, List<Cell> cells) {
    }

    /**
     * A cell.
     *
     * @param id of its VM
     * @param name what people call it
     * @param state number of its state
     * @param tiles three numbers a container: app, instance, and state or shade (-1 where
     * not known)
     */
    record Cell(String id, String name, int state, List<Integer> tiles) {
    }

}
