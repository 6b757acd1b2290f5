package monitoring.dashboard.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.VirtualMachine;
import org.jspecify.annotations.Nullable;

/**
 * Which container runs where, at one moment.
 *
 * @param zones in order of name
 * @param homeless containers that run on no cell we know
 * @param total containers in all
 */
public record Placement(List<ZoneView> zones, List<Tile> homeless, int total) {

    /** How many containers run on the cells. */
    int containers() {
        return this.zones.stream().mapToInt(ZoneView::containers).sum();
    }

    /** The same with some containers marked; what has none is shared, not copied. */
    Placement marked(Predicate<Tile> match) {
        return new Placement(this.zones.stream()
            .map((zone) -> new ZoneView(zone.name(), zone.cells().stream().map((cell) -> cell.marked(match)).toList()))
            .toList(), marked(this.homeless, match), this.total);
    }

    private static List<Tile> marked(List<Tile> tiles, Predicate<Tile> match) {
        for (Tile tile : tiles) {
            if (match.test(tile)) {
                return tiles.stream().map((one) -> match.test(one) ? one.asMatch() : one).toList();
            }
        }
        return tiles;
    }

    /**
     * The part of it that is in a zone and on a cell; what runs on no cell we know is
     * left out of a part.
     * @param zone its name, empty for all
     * @param cell id of its VM, empty for all
     */
    Placement within(String zone, String cell) {
        if (zone.isEmpty() && cell.isEmpty()) {
            return this;
        }
        List<ZoneView> part = this.zones.stream()
            .filter((one) -> zone.isEmpty() || one.name().equals(zone))
            .map((one) -> new ZoneView(one.name(),
                    one.cells().stream().filter((view) -> cell.isEmpty() || view.machine().id().equals(cell)).toList()))
            .filter((one) -> !one.cells().isEmpty())
            .toList();
        return new Placement(part, List.of(), part.stream().mapToInt(ZoneView::containers).sum());
    }

    /**
     * A zone.
     *
     * @param name its name
     * @param cells its cells
     */
    public record ZoneView(String name, List<CellView> cells) {

        public int containers() {
            return this.cells.stream().mapToInt((cell) -> cell.tiles().size()).sum();
        }

    }

    /**
     * A cell.
     *
     * @param vm what it is and how
     * @param tiles its containers, in order of app and index
     * @param matches how many of them are marked
     */
    public record CellView(Vm vm, List<Tile> tiles, int matches) {

        /** A cell of which some containers may be marked. */
        static CellView of(Vm vm, List<Tile> tiles) {
            int matches = 0;
            for (Tile tile : tiles) {
                matches += tile.match() ? 1 : 0;
            }
            return new CellView(vm, tiles, matches);
        }

        /** The same with some marked; itself, if none is. */
        CellView marked(Predicate<Tile> match) {
            List<Tile> marked = Placement.marked(this.tiles, match);
            return (marked == this.tiles) ? this : of(this.vm, marked);
        }

        public VirtualMachine machine() {
            return this.vm.machine();
        }

        /** How many apps run here. */
        public long apps() {
            Set<String> apps = new HashSet<>();
            for (Tile tile : this.tiles) {
                apps.add(tile.appGuid());
            }
            return apps.size();
        }

        /** How many containers are in each state. */
        public Map<TargetState, Integer> counts() {
            return Foundation.counts(this.tiles, Tile::state);
        }

    }

    /**
     * A container. Of 100,000 of them each keeps no text of its own.
     *
     * @param app its app
     * @param index which instance
     * @param state how it is
     * @param cpu percent of a core, null if not known
     * @param memory percent of the quota, null if not known
     * @param since since when it is here, null if not known
     * @param match whether it is what was searched for
     * @param moved whether it is elsewhere now, of a placement in the past
     */
    public record Tile(@JsonIgnore App app, int index, TargetState state, @Nullable Double cpu, @Nullable Double memory,
            @Nullable Instant since, boolean match, boolean moved) {

        Tile asMatch() {
            return new Tile(this.app, this.index, this.state, this.cpu, this.memory, this.since, true, this.moved);
        }

        @JsonProperty
        @Schema(description = "its app")
        public String appGuid() {
            return this.app.guid();
        }

        @JsonProperty
        @Schema(description = "what people call it")
        public String name() {
            return this.app.name() + "[" + this.index + "]";
        }

        /** A shade from 0 to 9 for what the tiles are coloured by. */
        public String shade(String by, Instant now) {
            if ("state".equals(by)) {
                return "s-" + this.state.key();
            }
            int heat = heat(by, now);
            return (heat < 0) ? "heat-none" : "heat-" + heat;
        }

        /** The shade's number, -1 where nothing is known. */
        int heat(String by, Instant now) {
            @Nullable Double value = switch (by) {
                case "cpu" -> this.cpu;
                case "memory" -> this.memory;
                case "age" -> age(now);
                default -> null;
            };
            return (value == null) ? -1 : Math.max(0, Math.min(9, (int) (value / 10)));
        }

        /** The younger, the higher: under ten minutes 90, over ten days 0. */
        private @Nullable Double age(Instant now) {
            if (this.since == null) {
                return null;
            }
            double minutes = Math.max(1, Duration.between(this.since, now).toMinutes());
            return Math.max(0, 95 - Math.log10(minutes / 10 + 1) * 30);
        }

    }

}
