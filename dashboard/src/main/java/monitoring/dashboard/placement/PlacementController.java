package monitoring.dashboard.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows zones, their cells and the containers on them. */
@Controller
@RequestMapping("/placement")
class PlacementController {

    /** With more containers a cell shows its counts until it is opened. */
    private static final int TILES_SHOWN = 3000;

    static final Set<String> COLOURS = Set.of("state", "cpu", "memory", "age");

    /** So many cells are shown one by one beside the map. */
    private static final int CELLS_SHOWN = 24;

    private final Placements placements;

    private final PlacementMap map;

    private final Movements movements;

    PlacementController(Placements placements, PlacementMap map, Movements movements) {
        this.placements = placements;
        this.map = map;
        this.movements = movements;
    }

    @GetMapping
    String page(Query query, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        String search = query.q().toLowerCase(Locale.ROOT);
        Placement all = this.placements.of(query.at(), search);
        boolean tiles = all.within(query.zone(), query.cell()).containers() <= TILES_SHOWN;
        if (query.at().isBlank() && (tiles || isMeasured(query.by()))) {
            this.placements.measure();
            all = this.placements.of("", search);
        }
        List<Placement.ZoneView> zones = all.within(query.zone(), query.cell())
            .zones()
            .stream()
            .filter((zone) -> !zone.cells().isEmpty())
            .toList();
        model.addAttribute("query", query);
        model.addAttribute("placement", all);
        model.addAttribute("zones", tiles ? zones : zones.stream().map(PlacementController::worst).toList());
        model.addAttribute("tiles", tiles);
        model.addAttribute("mapped", !tiles && query.at().isBlank());
        model.addAttribute("search", search);
        model.addAttribute("spreads", search.isEmpty() ? List.of() : Spread.ofMatches(all));
        return htmx.isEmpty() ? "placement/placement" : "placement/placement :: zones";
    }

    /** Whether a colour says how much containers use. */
    static boolean isMeasured(String by) {
        return "cpu".equals(by) || "memory".equals(by);
    }

    /** Of a zone with more cells than can be read, those that need a look first. */
    private static Placement.ZoneView worst(Placement.ZoneView zone) {
        return new Placement.ZoneView(zone.name(),
                zone.cells()
                    .stream()
                    .sorted(Comparator.comparing(Placement.CellView::matches)
                        .thenComparing((cell) -> cell.vm().state())
                        .thenComparing((cell) -> cell.tiles().size())
                        .reversed())
                    .limit(CELLS_SHOWN)
                    .toList());
    }

    @GetMapping(path = "/map", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] map(Query query) {
        return this.map.of(query.by());
    }

    @GetMapping("/moves")
    String moves(@RequestParam(defaultValue = "1h") String range, Model model) {
        model.addAttribute("moves", this.movements.of(range));
        model.addAttribute("range", range);
        return "placement/moves :: moves";
    }

    /**
     * What is to be shown.
     *
     * @param zone only this one, empty for all
     * @param cell only this one, by its VM's id; empty for all
     * @param q part of an app's name, or its GUID, to mark
     * @param by what tiles are coloured by: state, cpu, memory or age
     * @param at a moment in the past, empty for now
     */
    public record Query(@Nullable String zone, @Nullable String cell, @Nullable String q, @Nullable String by,
            @Nullable String at) {

        public Query {
            by = (by == null || by.isBlank()) ? "state" : by;
            if (!COLOURS.contains(by)) {
                throw new InvalidInputException("by", by, "state, cpu, memory or age");
            }
        }

        @Override
        public String zone() {
            return (this.zone == null) ? "" : this.zone;
        }

        @Override
        public String cell() {
            return (this.cell == null) ? "" : this.cell;
        }

        @Override
        public String q() {
            return (this.q == null) ? "" : this.q.strip();
        }

        @Override
        public String by() {
            return (this.by == null) ? "state" : this.by;
        }

        @Override
        public String at() {
            return (this.at == null) ? "" : this.at;
        }

    }

}
